package dev.latent.registry;

import java.util.Map;

/**
 * What the folders of a model's versions can't tell, kept beside them in {@code registry.json}.
 *
 * @param lastVersion the highest number ever given
 * @param aliases version numbers by alias
 */
record ModelNotes(int lastVersion, Map<String, Integer> aliases) {
    static final String FILE = "registry.json";
    static final ModelNotes NONE = new ModelNotes(0, Map.of());
}
