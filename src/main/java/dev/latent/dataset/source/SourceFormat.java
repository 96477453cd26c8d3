package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A way in which people keep datasets in files. */
interface SourceFormat {
    /** What these files are kept in; an NPZ file counts as the arrays in it. */
    static Optional<SourceFormat> of(SourceFiles files) {
        return known().stream().filter(format -> !format.taken(files).isEmpty()).findFirst();
    }

    /** Whether a file's name tells its format. */
    static boolean isNamed(SourceFile file) {
        SourceFiles one = new SourceFiles(List.of(file), List.of(), List.of());
        return known().stream().anyMatch(format -> !format.taken(one).isEmpty());
    }

    private static List<SourceFormat> known() {
        return List.of(new IdxFormat(), new NpyFormat(), new PictureFormat(), new CsvFormat());
    }

    /** Those that look like it. */
    List<SourceFile> taken(SourceFiles files);

    /** @throws DatasetRefused if another format takes files that this one leaves out */
    default void requireAlone(SourceFiles files) throws DatasetRefused {
        List<SourceFile> mine = taken(files);
        Set<SourceFile> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(mine);
        for (SourceFormat format : known()) {
            for (SourceFile file : format.taken(files)) {
                if (!same.contains(file)) {
                    throw new DatasetRefused(
                            file.path(),
                            "it would be left out beside " + mine.get(0).path()
                                    + ", as the files of a dataset are of one kind; upload it by itself");
                }
            }
        }
    }

    /**
     * Reads the files and writes the prepared folder.
     *
     * @return what became of the files that this format takes
     * @throws DatasetRefused if a file is broken; the message names it
     */
    ImportReport prepare(ImportRequest request) throws IOException;
}
