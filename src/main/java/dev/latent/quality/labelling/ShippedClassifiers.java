package dev.latent.quality.labelling;

import dev.latent.files.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The classifiers of built-in datasets, which come with the jar: they would be the same wherever they are trained. */
final class ShippedClassifiers {
    private static final String RESOURCES = "/classifiers/";

    private ShippedClassifiers() {}

    /** Puts one into a folder where it is not there yet, and there is such a one. */
    static void copy(String name, Path folder) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            return;
        }
        try (InputStream shipped = ShippedClassifiers.class.getResourceAsStream(RESOURCES + name)) {
            if (shipped != null) {
                AtomicFile.write(target, shipped.readAllBytes());
            }
        }
    }
}
