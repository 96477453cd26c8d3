package dev.latent.inference.engine;

/** A model's answer for a sample is no number, which JSON could not even write. */
public final class NonFiniteAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int sample;
    private final boolean extreme;

    private NonFiniteAnswer(int sample, boolean extreme) {
        super("sample " + sample + " gives values that are no numbers", null, false, false);
        this.sample = sample;
        this.extreme = extreme;
    }

    /** An ordinary one: the weights are to blame. */
    static NonFiniteAnswer ofWeights(int sample) {
        return new NonFiniteAnswer(sample, false);
    }

    /** One far from all that the model learned from: the sample is to blame. */
    public static NonFiniteAnswer ofExtreme(int sample) {
        return new NonFiniteAnswer(sample, true);
    }

    public int sample() {
        return sample;
    }

    public boolean extreme() {
        return extreme;
    }
}
