package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.BiConsumer;

/** Goes through the rows of an array in pieces, so that what is made of a piece is freed before the next. */
public final class Chunks {
    /** Float32 values that a result of a piece may hold: 64 MB. */
    private static final long RESULT_VALUES = 1 << 24;

    private Chunks() {}

    /** How many rows give results of at most 64 MB, where each row gives {@code valuesPerRow}. */
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
}
