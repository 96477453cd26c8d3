package dev.latent.inference.operation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.inference.engine.SeededNoise;
import dev.latent.nn.engine.ComputeDevice;
import java.util.Arrays;

/** Corrupts samples with noise from a seed. */
record Corruptor(Corruption corruption, Range range, long seed) {
    /**
     * Corrupts rows one by one, so that a sample's noise depends on nothing but the seed and its index.
     *
     * @param rowSize values in a row
     * @param first the index of the first row
     */
    float[] apply(float[] rows, int rowSize, int first) {
        float[] corrupted = new float[rows.length];
        for (int i = 0; i < rows.length / rowSize; i++) {
            float[] row = Arrays.copyOfRange(rows, i * rowSize, (i + 1) * rowSize);
            System.arraycopy(applyToRow(row, first + i), 0, corrupted, i * rowSize, rowSize);
        }
        return corrupted;
    }

    private float[] applyToRow(float[] row, int index) {
        try (NDManager scope = ComputeDevice.newManager()) {
            NDArray clean = scope.create(row, new Shape(1, row.length));
            NDArray noisy = corruption.apply(clean, range, SeededNoise.of(seed, index, 1));
            return range.clip(noisy).toFloatArray();
        }
    }
}
