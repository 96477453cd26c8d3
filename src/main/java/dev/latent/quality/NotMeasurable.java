package dev.latent.quality;

/** A measure that suits a model but can't be taken, for a reason that its reader should know. */
final class NotMeasurable extends Exception {
    private static final long serialVersionUID = 1;

    NotMeasurable(String reason) {
        super(reason);
    }
}
