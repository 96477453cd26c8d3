package dev.latent.quality.card;

/**
 * How many samples the measures take.
 *
 * @param samples generated, translated or denoised
 * @param parzenSamples that make the Parzen window
 * @param likelihoodSamples whose likelihood is estimated
 * @param draws for each of those (k)
 * @param similarities pictures whose SSIM is taken, for each kind of noise and level
 */
public record Effort(int samples, int parzenSamples, int likelihoodSamples, int draws, int similarities) {
    /** What a card takes by itself: under a minute for images of MNIST's size on two processors. */
    public static final Effort CARD = new Effort(5000, 10_000, 1000, 500, 200);

    /** What papers take. */
    public static final Effort PAPERS = new Effort(10_000, 10_000, 10_000, 5000, 1000);

    /** As a card by itself, with n samples and the other numbers in proportion. */
    public static Effort of(int n) {
        double scale = (double) n / CARD.samples;
        return new Effort(
                n,
                scaled(CARD.parzenSamples, scale),
                scaled(CARD.likelihoodSamples, scale),
                CARD.draws,
                scaled(CARD.similarities, scale));
    }

    private static int scaled(int number, double scale) {
        return Math.max(10, (int) Math.round(number * scale));
    }
}
