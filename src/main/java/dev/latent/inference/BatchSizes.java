package dev.latent.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The numbers of rows that a model is called with. The engine's results depend on it in the last bits, so only sizes
 * are used that were seen to give every row the same bits, wherever in the batch it stands.
 *
 * @param ascending not empty
 */
record BatchSizes(List<Integer> ascending) {
    /** Rows are called for one by one where no larger size gives all its places the same bits. */
    static final BatchSizes ONE_BY_ONE = new BatchSizes(List.of(1));

    /** The first that treats its places alike is the one that the others have to agree with. */
    private static final List<Integer> REFERENCES = List.of(8, 16, 4);

    private static final List<Integer> CANDIDATES = List.of(4, 8, 16, 32, 64, 128);

    /**
     * Tries the candidates.
     *
     * @param trial the results, one for each place, of a batch of some size whose rows at places i and i+3 are equal
     */
    static BatchSizes agreeing(IntFunction<List<float[]>> trial) {
        for (int reference : REFERENCES) {
            List<float[]> expected = trial.apply(reference);
            if (repeats(expected, expected)) {
                return agreeingWith(reference, expected, trial);
            }
        }
        return ONE_BY_ONE;
    }

    private static BatchSizes agreeingWith(int reference, List<float[]> expected, IntFunction<List<float[]>> trial) {
        List<Integer> sizes = new ArrayList<>();
        for (int size : CANDIDATES) {
            if (size == reference || repeats(expected, trial.apply(size))) {
                sizes.add(size);
            }
        }
        return new BatchSizes(List.copyOf(sizes));
    }

    private static boolean repeats(List<float[]> expected, List<float[]> results) {
        for (int place = 0; place < results.size(); place++) {
            if (!Arrays.equals(expected.get(place % TRIAL_ROWS), results.get(place))) {
                return false;
            }
        }
        return true;
    }

    /** How many different rows a trial repeats. */
    static final int TRIAL_ROWS = 3;

    int largest() {
        return ascending.get(ascending.size() - 1);
    }

    /** The size to call with next while some rows are left: a larger one only where at least half of it is filled. */
    int next(int rowsLeft) {
        int size = ascending.get(0);
        for (int candidate : ascending) {
            if (rowsLeft > candidate / 2) {
                size = candidate;
            }
        }
        return size;
    }
}
