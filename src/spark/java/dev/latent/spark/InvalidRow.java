package dev.latent.spark;

/** A row that the model can't take, or can't answer. */
final class InvalidRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidRow(String message) {
        super(message, null, false, false);
    }
}
