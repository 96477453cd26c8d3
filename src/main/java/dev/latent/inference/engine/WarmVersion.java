package dev.latent.inference.engine;

import dev.latent.registry.VersionReference;

/**
 * One of {@code latent.inference.warm}.
 *
 * @param reference a number, an alias or {@code latest}
 */
record WarmVersion(String model, String reference) {
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";

    static final String PATTERN = NAME + "(@" + NAME + ")?";
    static final String WRITTEN = "must be written MODEL@ALIAS, MODEL@NUMBER or MODEL";

    /** @param text as {@link #PATTERN} has it */
    static WarmVersion of(String text) {
        String[] parts = text.split("@", 2);
        return new WarmVersion(parts[0], parts.length == 1 ? VersionReference.LATEST : parts[1]);
    }

    @Override
    public String toString() {
        return model + "@" + reference;
    }
}
