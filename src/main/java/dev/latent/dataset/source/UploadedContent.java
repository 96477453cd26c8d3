package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.util.List;
import java.util.stream.Collectors;

/** What a client's files, archives opened, are kept in. */
record UploadedContent(FolderContent sent, SourceFiles opened) {
    private static final int MOST_NAMED = 3;

    /** @throws DatasetRefused if it is nothing that is known, or if a part of it would be left out */
    SourceFormat format() throws DatasetRefused {
        for (SourceFile nested : opened.ending(".zip", ".npz")) {
            throw new DatasetRefused(
                    nested.path(), "an archive in an archive is not opened; pack the files themselves");
        }
        SourceFormat format = SourceFormat.of(opened).orElseThrow(this::unknown);
        format.requireAlone(opened);
        return format;
    }

    private DatasetRefused unknown() {
        boolean empty = opened.files().isEmpty();
        List<? extends SourceFile> files = empty ? sent.files() : opened.files();
        String more = files.size() > MOST_NAMED ? " and " + (files.size() - MOST_NAMED) + " more" : "";
        return new DatasetRefused(
                files.stream().limit(MOST_NAMED).map(SourceFile::path).collect(Collectors.joining(", ", "", more)),
                (empty ? "there is no file in it" : "no file is of a known kind")
                        + "; taken are PNG or JPEG pictures, IDX, .csv, .npy and .npz, also in a .zip");
    }
}
