package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Goes through the rows of an array in pieces, so that what is made of a piece is freed before the next. */
public final class Chunks {
    /** How many samples go through a model together. */
    public static final long FORWARD = 500;

    /** Float32 values that a result of a piece may hold: 4 MB, which stay in the caches and are not mapped anew each time. */
    private static final long RESULT_VALUES = 1 << 20;

    private Chunks() {}

    /** How many rows give results of at most 4 MB, where each row gives {@code valuesPerRow}. */
    public static long rowsFor(long valuesPerRow) {
        return Math.max(1, RESULT_VALUES / Math.max(1, valuesPerRow));
    }

    /** @param use takes the first row's number and the rows; they, and what is made of them, go when it returns */
    public static void forEach(NDArray rows, long size, BiConsumer<Long, NDArray> use) {
        long n = rows.getShape().get(0);
        for (long from = 0; from < n; from += size) {
            try (NDManager manager = rows.getManager().newSubManager()) {
                NDArray piece = rows.get(from + ":" + Math.min(n, from + size));
                piece.attach(manager);
                use.accept(from, piece);
            }
        }
    }

    /** A function of all rows, evaluated on {@code size} of them at a time. */
    public static NDArray map(NDArray rows, long size, UnaryOperator<NDArray> function) {
        NDManager manager = rows.getManager();
        NDList results = new NDList();
        forEach(rows, size, (from, piece) -> {
            NDArray result = function.apply(piece);
            result.attach(manager);
            results.add(result);
        });
        if (results.size() == 1) {
            return results.get(0);
        }
        NDArray joined = NDArrays.concat(results);
        joined.attach(manager);
        results.close();
        return joined;
    }
}
