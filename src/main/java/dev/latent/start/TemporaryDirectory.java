package dev.latent.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the JVM was told to put temporary files ({@code java.io.tmpdir}): on a new volume it is not there yet. */
public final class TemporaryDirectory {
    private static final String PROPERTY = "java.io.tmpdir";

    private TemporaryDirectory() {}

    /** Makes it if it is missing; where that can't be done, whoever wants it first says so. */
    public static void require() {
        try {
            Files.createDirectories(Path.of(System.getProperty(PROPERTY)));
        } catch (IOException e) {
            System.err.println(
                    "latent-server: the folder for temporary files, -D" + PROPERTY + ", can't be made: " + e);
        }
    }
}
