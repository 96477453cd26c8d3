package dev.latent.inference.stream;

import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An answer that waits until the request has been read: the first of it in memory, the rest in a temporary file. */
final class Spool implements Closeable {
    static final int BYTES_IN_MEMORY = 1 << 18;

    private static final String FILE = "answer";

    private final SpoolSpace space;
    private final TemporaryFolders folders;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private @Nullable TemporaryFolder folder;
    private @Nullable OutputStream file;
    private long inFile;

    Spool(SpoolSpace space, TemporaryFolders folders) {
        this.space = space;
        this.folders = folders;
    }

    /** Takes some bytes; false, with none taken, if there is no room for them. */
    boolean take(byte[] bytes) throws IOException {
        if (file == null && start.size() + bytes.length <= BYTES_IN_MEMORY) {
            start.writeBytes(bytes);
            return true;
        }
        if (!space.take(bytes.length)) {
            return false;
        }
        inFile += bytes.length;
        file().write(bytes);
        return true;
    }

    private OutputStream file() throws IOException {
        if (file == null) {
            folder = folders.create("spool");
            file = Files.newOutputStream(path(folder));
        }
        return file;
    }

    private static Path path(TemporaryFolder folder) {
        return folder.path().resolve(FILE);
    }

    long size() {
        return start.size() + inFile;
    }

    /** All of it; nothing more is taken. */
    void sendTo(OutputStream out) throws IOException {
        start.writeTo(out);
        if (folder != null && file != null) {
            file.close();
            Files.copy(path(folder), out);
        }
    }

    @Override
    public void close() throws IOException {
        space.giveBack(inFile);
        inFile = 0;
        if (file != null) {
            file.close();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
