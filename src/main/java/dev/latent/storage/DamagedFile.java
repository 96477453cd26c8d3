package dev.latent.storage;

/** A kept file is missing, or not as it was put. */
public final class DamagedFile extends Exception {
    private static final long serialVersionUID = 1;

    private final String file;

    public DamagedFile(StorageKey folder, String file) {
        super(folder + "/" + file + " is missing or damaged");
        this.file = file;
    }

    /** Its name in the folder. */
    public String file() {
        return file;
    }
}
