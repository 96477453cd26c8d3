package dev.latent.run;

import java.util.SplittableRandom;

/** Seeds derived from a seed. */
final class Seeds {
    private Seeds() {}

    static long mix(long seed, long number) {
        return new SplittableRandom(seed ^ new SplittableRandom(number).nextLong()).nextLong();
    }
}
