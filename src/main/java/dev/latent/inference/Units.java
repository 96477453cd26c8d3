package dev.latent.inference;

import dev.latent.family.folder.ModelDescription;
import dev.latent.sample.ColumnStatistics;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import org.jspecify.annotations.Nullable;

/** Between what clients see (pixels in [0,1], vectors in the dataset's units) and what models see. */
record Units(ModelDescription description) {
    private static final float STANDARD_DEVIATIONS = 3;

    SampleShape shape() {
        return description.shape();
    }

    /** Rows for a model; columns are standardised. */
    Rows toModel(Samples samples, int @Nullable [] labels) {
        float[] values = samples.values().clone();
        if (description.columnStatistics() != null) {
            description.columnStatistics().standardise(values);
        }
        return Rows.of(samples.count(), samples.shape().dimensions(), values, labels);
    }

    /** Samples for a client: pixels are clipped to [0,1], columns restored. @throws NoNumber if that overflows */
    Samples toClient(float[] values, int @Nullable [] labels) {
        return toClient(shape(), values, labels);
    }

    Samples toClient(SampleShape ofSamples, float[] values, int @Nullable [] labels) {
        float[] result = values.clone();
        if (description.columnStatistics() != null) {
            description.columnStatistics().restore(result);
        } else if (ofSamples.isImage()) {
            for (int i = 0; i < result.length; i++) {
                result[i] = Math.max(0, Math.min(1, result[i]));
            }
        }
        int bad = Finite.firstBad(result);
        if (bad >= 0) {
            throw NoNumber.ofExtreme(bad / ofSamples.size());
        }
        return new Samples(ofSamples, result, labels);
    }

    /** [0,1] for pixels; three standard deviations about the means for vectors. */
    ValueRange range() {
        ColumnStatistics columns = description.columnStatistics();
        if (columns == null) {
            return ValueRange.PIXELS;
        }
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < columns.mean().length; i++) {
            float reach = STANDARD_DEVIATIONS * columns.standardDeviation()[i];
            min = Math.min(min, columns.mean()[i] - reach);
            max = Math.max(max, columns.mean()[i] + reach);
        }
        return new ValueRange(Math.max(-Float.MAX_VALUE, min), Math.min(Float.MAX_VALUE, max));
    }
}
