package dev.latent.measure;

import java.util.stream.IntStream;

/**
 * How often labels found are those that were asked for.
 *
 * @param asked how often each label was asked for
 * @param right how often it was found then
 */
public record Agreement(int[] asked, int[] right) {
    public static Agreement of(int[] wanted, int[] found, int classes) {
        int[] asked = new int[classes];
        int[] right = new int[classes];
        for (int i = 0; i < wanted.length; i++) {
            asked[wanted[i]]++;
            if (wanted[i] == found[i]) {
                right[wanted[i]]++;
            }
        }
        return new Agreement(asked, right);
    }

    public int count() {
        return IntStream.of(asked).sum();
    }

    /** Over all samples. */
    public double share() {
        return IntStream.of(right).sum() / (double) count();
    }

    /** NaN for a label that was not asked for. */
    public double share(int label) {
        return right[label] / (double) asked[label];
    }

    /** Of the label that is found least. */
    public double least() {
        return IntStream.range(0, asked.length)
                .filter(label -> asked[label] > 0)
                .mapToDouble(this::share)
                .min()
                .orElseThrow();
    }
}
