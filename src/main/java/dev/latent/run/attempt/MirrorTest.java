package dev.latent.run.attempt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.SampleSource;
import dev.latent.measure.SampleArrays;
import dev.latent.sample.Samples;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whether mirrored pictures could be pictures of the same dataset: their nearest neighbours have to be as near as those of
 * the pictures themselves, and of the same class as often. Letters and digits fail it. Where neighbours say nothing, as
 * every picture is far from all others, so do all.
 *
 * @param distances how much farther mirrored pictures are from their nearest neighbours
 * @param nearness how far pictures are from their nearest neighbours, over how far they are from any
 * @param same share of pictures whose nearest neighbour is of their class, and mirroredSame that of mirrored ones; 1 without labels
 * @param chance what {@code same} would be by chance; 0 without labels
 */
record MirrorTest(double distances, double nearness, double same, double mirroredSame, double chance) {
    private static final int MOST_ASKED = 500;
    private static final int MOST_NEIGHBOURS = 5000;

    private static final double FARTHER = 1.05;
    private static final double TELLING = 0.8;
    private static final double CLASSES_TELL = 0.2;
    private static final double KEPT = 0.9;

    /** @param rows pictures of one size */
    static MirrorTest of(SampleSource rows, NDManager parent) {
        int count = Math.min(MOST_NEIGHBOURS, rows.count());
        Samples all = rows.range(0, count);
        int asked = Math.min(MOST_ASKED, count);
        int[] labels = all.labels();
        try (NDManager manager = parent.newSubManager()) {
            NDArray x = SampleArrays.of(manager, all);
            NDArray some = x.get(":" + asked);
            NDArray neighbours = SampleArrays.rows(x);
            NDArray own = manager.eye(asked, count, 0, ai.djl.ndarray.types.DataType.FLOAT32)
                    .mul(Float.MAX_VALUE / 2);
            NDArray plain = distances(SampleArrays.rows(some), neighbours);
            NDArray away = plain.add(own);
            NDArray mirrored =
                    distances(SampleArrays.rows(some.flip(3)), neighbours).add(own);
            return new MirrorTest(
                    median(mirrored.min(new int[] {1})) / median(away.min(new int[] {1})),
                    median(away.min(new int[] {1})) / median(plain.mean(new int[] {1})),
                    labels == null ? 1 : same(away, labels),
                    labels == null ? 1 : same(mirrored, labels),
                    labels == null ? 0 : chance(labels));
        }
    }

    /** Euclidean, {@code [n, m]}. */
    private static NDArray distances(NDArray a, NDArray b) {
        NDArray squares = a.square()
                .sum(new int[] {1}, true)
                .add(b.square().sum(new int[] {1}).reshape(1, -1));
        return squares.sub(a.matMul(b.transpose()).mul(2)).maximum(0).sqrt();
    }

    private static double median(NDArray values) {
        float[] sorted = values.toFloatArray();
        Arrays.sort(sorted);
        return Math.max(1e-6, sorted[sorted.length / 2]);
    }

    private static double same(NDArray distances, int[] labels) {
        long[] nearest = distances.argMin(1).toLongArray();
        long agreeing = IntStream.range(0, nearest.length)
                .filter(i -> labels[i] == labels[(int) nearest[i]])
                .count();
        return (double) agreeing / nearest.length;
    }

    private static double chance(int[] labels) {
        double[] counts = new double[1 + Arrays.stream(labels).max().orElse(0)];
        Arrays.stream(labels).filter(label -> label >= 0).forEach(label -> counts[label]++);
        return Arrays.stream(counts)
                .map(count -> count / labels.length)
                .map(share -> share * share)
                .sum();
    }

    boolean passes() {
        return isTelling() && distances <= FARTHER && mirroredSame - chance >= KEPT * (same - chance);
    }

    private boolean isTelling() {
        return nearness <= TELLING && same - chance >= CLASSES_TELL * (1 - chance);
    }

    /** Why they are not mirrored. */
    String reason() {
        if (!isTelling()) {
            return "They are not mirrored, as their nearest neighbours don't tell whether that would keep what they show.";
        }
        return chance == 0
                ? "They are not mirrored: mirrored ones are %.2f times as far from their nearest neighbours."
                        .formatted(distances)
                : "They are not mirrored: of mirrored ones %.0f%% have a nearest neighbour of their class, of the pictures themselves %.0f%%, and it is %.2f times as far."
                        .formatted(100 * mirroredSame, 100 * same, distances);
    }
}
