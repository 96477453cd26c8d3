package dev.latent.inference.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of rows that a model is called with. The engine's results depend on it in the last bits, so only sizes
 * are used that were seen to give every row the same bits, wherever in the batch it stands. A size is tried when it is
 * first wanted.
 */
final class BatchSizes {
    /** How many different rows a trial repeats. */
    static final int TRIAL_ROWS = 3;

    private static final List<Integer> CANDIDATES = List.of(4, 8, 16, 32, 64, 128);

    /** The first that treats its places alike is the one that the others have to agree with. */
    private static final List<Integer> REFERENCES = List.of(8, 16, 4);

    private final IntFunction<List<float[]>> trial;
    private final Map<Integer, Boolean> usable = new HashMap<>();
    private final @Nullable List<float[]> expected;

    /** @param trial the results, one for each place, of a batch of some size whose rows at places i and i+3 are equal */
    BatchSizes(IntFunction<List<float[]>> trial) {
        this.trial = trial;
        this.expected = reference();
    }

    private @Nullable List<float[]> reference() {
        for (int size : REFERENCES) {
            List<float[]> results = trial.apply(size);
            if (repeats(results, results)) {
                usable.put(size, true);
                return List.copyOf(results.subList(0, TRIAL_ROWS));
            }
        }
        return null;
    }

    /**
     * The size to call with next while some rows are left: a larger one only where that is quicker than smaller ones one
     * after the other; 1 where no size gives all its places the same bits.
     */
    synchronized int next(int rowsLeft) {
        int size = 0;
        for (int candidate : CANDIDATES) {
            boolean wanted = size == 0 || rowsLeft > tooFew(candidate);
            if (wanted && isUsable(candidate)) {
                size = candidate;
            }
        }
        return Math.max(1, size);
    }

    /** Rows for which smaller sizes do: each call has a cost of its own, of some four rows, and empty places cost theirs. */
    private static int tooFew(int size) {
        return size <= 8 ? size / 2 : size - size / 4;
    }

    private boolean isUsable(int size) {
        return expected != null && usable.computeIfAbsent(size, it -> repeats(expected, trial.apply(it)));
    }

    private static boolean repeats(List<float[]> expected, List<float[]> results) {
        for (int place = 0; place < results.size(); place++) {
            if (!Arrays.equals(expected.get(place % TRIAL_ROWS), results.get(place))) {
                return false;
            }
        }
        return true;
    }
}
