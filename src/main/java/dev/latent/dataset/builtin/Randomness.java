package dev.latent.dataset.builtin;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine and Java version: only the generator's 64-bit output is used, and
 * the strict forms of the functions on top of it.
 */
final class Randomness {
    private final SplittableRandom random;

    /** @param index which item of the dataset is drawn: each has numbers of its own, so items can be made in any order */
    Randomness(long seed, long index) {
        random = new SplittableRandom(new SplittableRandom(seed ^ (index + 1) * 0x9E3779B97F4A7C15L).nextLong());
    }

    /** In [0, 1). */
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** In [0, bound). */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal (Box and Muller 1958). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    double normal(double mean, double deviation) {
        return mean + deviation * normal();
    }
}
