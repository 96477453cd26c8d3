package dev.latent.dataset.source.file;

import java.io.IOException;
import java.io.InputStream;

/** A file that a dataset is made of. */
public interface SourceFile {
    /** Relative, parts divided by {@code /}; also what messages call it. */
    String path();

    /** Bytes. */
    long size();

    InputStream open() throws IOException;

    /** The last part of the path. */
    default String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }
}
