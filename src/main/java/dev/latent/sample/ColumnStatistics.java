package dev.latent.sample;

/**
 * Mean and standard deviation of each column of a vector dataset's training split. Models see standardised columns;
 * clients see the dataset's own units.
 */
public record ColumnStatistics(float[] mean, float[] standardDeviation) {
    /** Standardises in place; {@code values} holds whole samples. */
    public void standardise(float[] values) {
        for (int i = 0; i < values.length; i++) {
            int column = i % mean.length;
            values[i] = (values[i] - mean[column]) / standardDeviation[column];
        }
    }

    /** Undoes {@link #standardise} in place. */
    public void restore(float[] values) {
        for (int i = 0; i < values.length; i++) {
            int column = i % mean.length;
            values[i] = values[i] * standardDeviation[column] + mean[column];
        }
    }
}
