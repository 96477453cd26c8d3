package dev.latent.dataset.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A source file that is bytes at hand. */
record MemoryFile(String path, byte[] content) implements SourceFile {
    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
