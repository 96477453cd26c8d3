package dev.latent.registry;

/** What is learned of a version after it was published: kept beside its artefacts, not among them. */
public enum VersionFinding {
    QUALITY_CARD("quality.json"),
    QUALITY_PAGE("quality.png");

    private final String file;

    VersionFinding(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }
}
