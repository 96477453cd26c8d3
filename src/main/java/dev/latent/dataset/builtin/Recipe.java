package dev.latent.dataset.builtin;

import java.io.IOException;
import java.nio.file.Path;

/** Makes a dataset out of nothing but itself. */
interface Recipe {
    String name();

    /** Counts up when the samples change. */
    int version();

    /** Writes the prepared files into a folder. */
    void write(Path target) throws IOException;
}
