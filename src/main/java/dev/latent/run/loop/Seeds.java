package dev.latent.run.loop;

import java.util.SplittableRandom;

/** Seeds derived from a seed. */
public final class Seeds {
    private Seeds() {}

    public static long mix(long seed, long number) {
        return new SplittableRandom(seed ^ new SplittableRandom(number).nextLong()).nextLong();
    }
}
