package dev.latent.run.loop;

import java.util.SplittableRandom;

/** A permutation that a seed decides, the same on every machine. */
final class Shuffle {
    private Shuffle() {}

    /** The numbers from 0 to count − 1 in a random order (Fisher & Yates). */
    static int[] of(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
