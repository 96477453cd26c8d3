package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A way in which people keep datasets in files. */
interface SourceFormat {
    /** What these files are kept in, by their names; an NPZ file counts as the arrays in it. */
    static Optional<SourceFormat> of(SourceFiles files) {
        List<SourceFormat> known = List.of(new IdxFormat(), new NpyFormat(), new PictureFormat(), new CsvFormat());
        return known.stream().filter(format -> format.recognises(files)).findFirst();
    }

    /** Whether these files look like it, by their names. */
    boolean recognises(SourceFiles files);

    /**
     * Reads the files and writes the prepared folder.
     *
     * @throws DatasetRefused if a file is broken; the message names it
     */
    void prepare(ImportRequest request) throws IOException;
}
