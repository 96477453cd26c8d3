package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client's files, archives opened, are kept in. */
record UploadedContent(FolderContent sent, SourceFiles opened) {
    private static final int MOST_NAMED = 3;
    private static final Set<String> UNREAD_PICTURES = Set.of(
            "ai", "arw", "avif", "cr2", "cr3", "dcm", "dng", "eps", "exr", "fits", "hdr", "heic", "heif", "ico", "j2k",
            "jp2", "jxl", "nef", "orf", "psd", "raf", "rw2", "svg", "tga", "wbmp", "xcf");

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

    /** All that the format doesn't take. */
    List<LeftOut> leftOut(SourceFormat format) {
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
        String ending = file.name().toLowerCase(Locale.ROOT).replaceFirst(".*\\.", "");
        return UNREAD_PICTURES.contains(ending)
                ? "." + ending + " pictures can't be read; save it as PNG or JPEG"
                : "it is not of the kind of " + taken.path();
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
