package dev.latent.training.request;

/** What a job was made for is not there any more. */
public final class DataChanged extends Exception {
    private static final long serialVersionUID = 1;

    public DataChanged(String detail) {
        super(detail);
    }
}
