package dev.latent.quality.card;

/** A measure that suits a model but can't be taken, for a reason that its reader should know. */
public final class NotMeasurable extends Exception {
    private static final long serialVersionUID = 1;

    public NotMeasurable(String reason) {
        super(reason);
    }
}
