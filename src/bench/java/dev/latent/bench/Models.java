package dev.latent.bench;

import dev.latent.TestModels;
import dev.latent.family.ModelFamilies;
import dev.latent.family.folder.ModelFolder;
import dev.latent.sample.Column;
import dev.latent.sample.Columns;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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

    /** Version 1 of a model of rows of a table. */
    void addTable(String name, String family, List<Column> columns) throws IOException {
        Path folder =
                Files.createDirectories(home.resolve("models").resolve(name).resolve("1"));
        SampleShape shape = new SampleShape.Vector(columns.size());
        TestModels.write(folder, ModelFamilies.find(family).orElseThrow(), shape, "{}", 1);
        Path file = folder.resolve(ModelFolder.DESCRIPTION);
        ObjectNode description = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
        description.set("columns", JsonMapper.shared().valueToTree(Columns.of(columns)));
        Files.write(file, JsonMapper.shared().writeValueAsBytes(description));
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
