package dev.latent.dataset.source.file;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on disk, or a small piece of one.
 *
 * @param start where it starts in {@code file}; −1 for all of it
 */
public record FolderFile(String path, Path file, long start, long size, long modified) implements SourceFile {
    private static final int WHOLE = -1;

    /** @param path what it is called */
    public static FolderFile of(String path, Path file) throws IOException {
        return new FolderFile(
                path,
                file,
                WHOLE,
                Files.size(file),
                Files.getLastModifiedTime(file).toMillis());
    }

    @Override
    public InputStream open() throws IOException {
        if (start == WHOLE) {
            return Files.newInputStream(file);
        }
        ByteBuffer piece = ByteBuffer.allocate(Math.toIntExact(size));
        try (FileChannel channel = FileChannel.open(file)) {
            while (piece.hasRemaining()) {
                if (channel.read(piece, start + piece.position()) < 0) {
                    throw new EOFException(file.toString());
                }
            }
        }
        return new ByteArrayInputStream(piece.array());
    }
}
