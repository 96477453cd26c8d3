package dev.latent.inference.engine;

/** A model's answer for a sample is no number, which JSON could not even write. */
public final class NonFiniteAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long sample;
    private final boolean extreme;

    private NonFiniteAnswer(long sample, boolean extreme) {
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

    /** The same of samples before which there were others. @param before how many */
    public NonFiniteAnswer behind(long before) {
        return new NonFiniteAnswer(before + sample, extreme);
    }

    public long sample() {
        return sample;
    }

    public boolean extreme() {
        return extreme;
    }
}
