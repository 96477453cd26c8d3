package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A way in which people keep datasets in files. */
interface SourceFormat {
    /** Whether these files look like it, by their names. */
    boolean recognises(List<? extends SourceFile> files);

    /**
     * Reads the files and writes the prepared folder.
     *
     * @throws DatasetRefused if a file is broken; the message names it
     */
    void prepare(String name, List<? extends SourceFile> files, Path target) throws IOException;
}
