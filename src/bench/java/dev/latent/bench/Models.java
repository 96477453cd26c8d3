package dev.latent.bench;

import dev.latent.TestModels;
import dev.latent.family.ModelFamilies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Models with weights that are drawn, not trained, in the folders of a service that is to find them at its start. */
final class Models {
    private final Path home;

    Models(Path home) {
        this.home = home;
    }

    /** Version 1 of a model of digits. */
    Path add(String name, String family, String hyperparameters) throws IOException {
        Path folder =
                Files.createDirectories(home.resolve("models").resolve(name).resolve("1"));
        TestModels.write(folder, ModelFamilies.find(family).orElseThrow(), TestModels.DIGIT, hyperparameters, 1);
        return folder;
    }

    void copy(Path version, String name) throws IOException {
        Path folder =
                Files.createDirectories(home.resolve("models").resolve(name).resolve("1"));
        try (Stream<Path> files = Files.list(version)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
