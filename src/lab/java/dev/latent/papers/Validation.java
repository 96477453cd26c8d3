package dev.latent.papers;

import dev.latent.family.folder.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;

/** How good a model is on data that it does not learn from. */
public interface Validation {
    /** @param version folder of the model */
    double measure(Path version) throws IOException;

    boolean higherIsBetter();

    /** How long it was trained. */
    static double epochs(Path version) throws IOException {
        return ModelFolder.read(version).epochs();
    }
}
