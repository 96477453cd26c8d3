package dev.latent.evaluation;

import dev.latent.TestModels;
import dev.latent.family.ModelFamilies;
import dev.latent.family.folder.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of untrained models of points, which say that they know the dataset {@code moons}. */
final class PointModels {
    private PointModels() {}

    static Path write(Path folder, String datasetDigest) throws IOException {
        Files.createDirectories(folder);
        TestModels.write(folder, ModelFamilies.find("vae").orElseThrow(), TestModels.POINT, "{}", 1);
        Path description = folder.resolve(ModelFolder.DESCRIPTION);
        Files.writeString(
                description, Files.readString(description).replace("\"not trained\"", '"' + datasetDigest + '"'));
        return folder;
    }
}
