package dev.latent.storage.s3;

/** What lies in the bucket is not what was put there, or it is gone. */
final class FetchedDamaged extends Exception {
    private static final long serialVersionUID = 1;

    private final String file;

    FetchedDamaged(String file) {
        super(file);
        this.file = file;
    }

    String file() {
        return file;
    }
}
