package dev.latent.dataset.source.upload;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.SourceFormats;
import dev.latent.dataset.source.file.FolderContent;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.file.UnreadPictures;
import dev.latent.dataset.source.reading.SourceFormat;
import dev.latent.image.PictureKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client's files, archives opened, are kept in. */
public record UploadedContent(FolderContent sent, SourceFiles opened) {
    private static final int MOST_NAMED = 3;

    /** @throws DatasetRefused if it is nothing that is known, or if a part of it would be left out */
    SourceFormat format() throws DatasetRefused {
        for (SourceFile nested : opened.ending(".zip", ".npz")) {
            throw new DatasetRefused(
                    nested.path(), "an archive in an archive is not opened; pack the files themselves");
        }
        SourceFormat format = SourceFormats.of(opened).orElseThrow(this::unknown);
        SourceFormats.requireAlone(format, opened);
        return format;
    }

    /** All that the format doesn't take. */
    public List<LeftOut> leftOut(SourceFormat format) {
        List<SourceFile> taken = format.taken(opened);
        Set<SourceFile> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(taken);
        List<LeftOut> leftOut = new ArrayList<>(opened.leftOut());
        for (SourceFile file : opened.files()) {
            if (!same.contains(file)) {
                leftOut.add(LeftOut.file(file.path(), reason(file, taken.get(0))));
            }
        }
        return leftOut;
    }

    private static String reason(SourceFile file, SourceFile taken) {
        return UnreadPictures.reason(file).orElse("it is not of the kind of " + taken.path());
    }

    private DatasetRefused unknown() {
        if (opened.files().isEmpty()) {
            return refused(
                    Stream.concat(
                                    sent.files().stream().map(SourceFile::path),
                                    opened.leftOut().stream().map(LeftOut::file))
                            .toList(),
                    "there is no file in it");
        }
        return refused(
                opened.files().stream().map(SourceFile::path).toList(),
                UnreadPictures.reason(opened.files().get(0)).orElse("no file is of a known kind"));
    }

    private static DatasetRefused refused(List<String> files, String reason) {
        String more = files.size() > MOST_NAMED ? " and " + (files.size() - MOST_NAMED) + " more" : "";
        return new DatasetRefused(
                files.stream().limit(MOST_NAMED).collect(Collectors.joining(", ", "", more)),
                reason + "; taken are pictures (" + PictureKind.inWords()
                        + "), IDX, .csv, .tsv, .npy and .npz, also in a .zip");
    }
}
