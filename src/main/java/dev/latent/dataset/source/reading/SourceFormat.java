package dev.latent.dataset.source.reading;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import java.io.IOException;
import java.util.List;

/** A way in which people keep datasets in files. */
public interface SourceFormat {
    /** Those that look like it. */
    List<SourceFile> taken(SourceFiles files);

    /**
     * Reads the files and writes the prepared folder.
     *
     * @return what became of the files that this format takes
     * @throws DatasetRefused if a file is broken; the message names it
     */
    ImportReport prepare(ImportRequest request) throws IOException;
}
