package dev.latent.inference;

/** A model's answer for a sample is no number, which JSON could not even write. */
final class NoNumber extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int sample;
    private final boolean extreme;

    private NoNumber(int sample, boolean extreme) {
        super("sample " + sample + " gives values that are no numbers", null, false, false);
        this.sample = sample;
        this.extreme = extreme;
    }

    /** An ordinary one: the weights are to blame. */
    static NoNumber ofWeights(int sample) {
        return new NoNumber(sample, false);
    }

    /** One far from all that the model learned from: the sample is to blame. */
    static NoNumber ofExtreme(int sample) {
        return new NoNumber(sample, true);
    }

    int sample() {
        return sample;
    }

    boolean extreme() {
        return extreme;
    }
}
