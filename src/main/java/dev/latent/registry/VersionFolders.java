package dev.latent.registry;

import dev.latent.family.ModelDescription;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

final class VersionFolders {
    static final String DESCRIPTION = "model.json";

    private VersionFolders() {}

    static ModelDescription describe(Path folder) {
        return JsonMapper.shared().readValue(folder.resolve(DESCRIPTION), ModelDescription.class);
    }
}
