package dev.latent.training;

/** What a job was made for is not there any more. */
final class DataChanged extends Exception {
    private static final long serialVersionUID = 1;

    DataChanged(String detail) {
        super(detail);
    }
}
