package dev.latent.dataset.source.file;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Pictures, by the endings of their names, that can't be read here. Many cameras' own kinds start as a TIFF does, with a
 * small picture to show: taken by their content they would be that one.
 */
public final class UnreadPictures {
    private static final Set<String> ENDINGS = Set.of(
            "3fr", "ai", "arw", "avif", "cr2", "cr3", "dcm", "dcr", "dng", "eps", "erf", "exr", "fits", "hdr", "heic",
            "heif", "ico", "iiq", "j2k", "jp2", "jxl", "kdc", "mef", "mos", "mrw", "nef", "nrw", "orf", "pef", "pfm",
            "psd", "raf", "raw", "rw2", "rwl", "sr2", "srf", "srw", "svg", "svgz", "tga", "wbmp", "x3f", "xcf");

    private UnreadPictures() {}

    /** Why a file isn't taken; empty where it is none of these. */
    public static Optional<String> reason(SourceFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ENDINGS.contains(ending)
                ? Optional.of("." + ending + " pictures can't be read; save it as PNG or JPEG")
                : Optional.empty();
    }
}
