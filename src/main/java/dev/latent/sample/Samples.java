package dev.latent.sample;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some samples of one shape as models see them, with their labels where they have any.
 *
 * @param values {@code count × shape.size()} values, one sample after the other; pixels lie in [0,1], columns of a
 *     {@link Table} are standardized
 * @param labels one class index a sample, negative for one that is of no class that is known; or null
 */
public record Samples(SampleShape shape, float[] values, int @Nullable [] labels) implements SampleData {
    public Samples {
        if (values.length % shape.size() != 0) {
            throw new IllegalArgumentException(
                    values.length + " values do not make whole samples of " + shape.size() + " values");
        }
        if (labels != null && labels.length != values.length / shape.size()) {
            throw new IllegalArgumentException(
                    labels.length + " labels for " + values.length / shape.size() + " samples");
        }
    }

    @Override
    public int count() {
        return values.length / shape.size();
    }

    public float[] sample(int index) {
        return Arrays.copyOfRange(values, index * shape.size(), (index + 1) * shape.size());
    }

    /** The samples {@code from} (inclusive) to {@code to} (exclusive). */
    public Samples range(int from, int to) {
        return new Samples(
                shape,
                Arrays.copyOfRange(values, from * shape.size(), to * shape.size()),
                labels == null ? null : Arrays.copyOfRange(labels, from, to));
    }

    /** All of them, in their order, without labels; they are of one shape. */
    public static Samples of(List<Samples> parts) {
        SampleShape shape = parts.get(0).shape;
        if (parts.size() == 1) {
            return parts.get(0);
        }
        float[] all = new float
                [Math.toIntExact(
                        parts.stream().mapToLong(part -> part.values.length).sum())];
        int end = 0;
        for (Samples part : parts) {
            System.arraycopy(part.values, 0, all, end, part.values.length);
            end += part.values.length;
        }
        return new Samples(shape, all, null);
    }

    /** These and then the others; labelled if both are. */
    public Samples followedBy(Samples others) {
        float[] all = Arrays.copyOf(values, values.length + others.values.length);
        System.arraycopy(others.values, 0, all, values.length, others.values.length);
        if (labels == null || others.labels == null) {
            return new Samples(shape, all, null);
        }
        int[] allLabels = Arrays.copyOf(labels, labels.length + others.labels.length);
        System.arraycopy(others.labels, 0, allLabels, labels.length, others.labels.length);
        return new Samples(shape, all, allLabels);
    }

    /** The same images with pixels in [0,1]. */
    public Samples clipped() {
        float[] clipped = new float[values.length];
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.max(0, Math.min(1, values[i]));
        }
        return withValues(clipped);
    }

    public Samples withValues(float[] others) {
        return new Samples(shape, others, labels);
    }
}
