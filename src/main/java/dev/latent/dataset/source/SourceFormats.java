package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.csv.CsvFormat;
import dev.latent.dataset.source.file.PictureByContent;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.file.UnreadPictures;
import dev.latent.dataset.source.idx.IdxFormat;
import dev.latent.dataset.source.npy.NpyFormat;
import dev.latent.dataset.source.picture.PictureFormat;
import dev.latent.dataset.source.reading.SourceFormat;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The formats that are known. */
public final class SourceFormats {
    private static final List<SourceFormat> KNOWN =
            List.of(new IdxFormat(), new NpyFormat(), new PictureFormat(), new CsvFormat());

    private SourceFormats() {}

    /** What these files are kept in; an NPZ file counts as the arrays in it. */
    public static Optional<SourceFormat> of(SourceFiles files) {
        return KNOWN.stream().filter(format -> !format.taken(files).isEmpty()).findFirst();
    }

    /** The same files, but those whose names tell nothing are known as pictures where they are some. */
    public static SourceFiles lookedInto(SourceFiles files) {
        return files.withEach(
                file -> isNamed(file) || UnreadPictures.reason(file).isPresent() ? file : PictureByContent.look(file));
    }

    /** Whether a file's name tells its format. */
    private static boolean isNamed(SourceFile file) {
        return of(new SourceFiles(List.of(file), List.of(), List.of())).isPresent();
    }

    /** @throws DatasetRefused if a format other than this one takes files that it leaves out */
    public static void requireAlone(SourceFormat format, SourceFiles files) throws DatasetRefused {
        List<SourceFile> mine = format.taken(files);
        Set<SourceFile> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(mine);
        for (SourceFormat other : KNOWN) {
            for (SourceFile file : other.taken(files)) {
                if (!same.contains(file)) {
                    throw new DatasetRefused(
                            file.path(),
                            "it would be left out beside " + mine.get(0).path()
                                    + ", as the files of a dataset are of one kind; upload it by itself");
                }
            }
        }
    }
}
