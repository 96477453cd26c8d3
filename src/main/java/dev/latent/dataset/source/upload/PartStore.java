package dev.latent.dataset.source.upload;

import dev.latent.dataset.source.file.FolderContent;
import dev.latent.dataset.source.file.FolderFile;
import dev.latent.dataset.source.file.JunkFound;
import dev.latent.dataset.source.file.SourceFiles;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the files of a form: archives and large ones each on its own, all small ones in one file, as making 100,000 files
 * takes a disk minutes. They are stored under numbers: a client's names never become paths.
 */
final class PartStore implements Closeable {
    private static final int SMALL = 1 << 16;

    private final Path folder;
    private final List<FolderFile> files = new ArrayList<>();
    private final JunkFound junk = new JunkFound();
    private final Path together;
    private @Nullable OutputStream small;
    private long end;
    private int count;

    PartStore(Path folder) {
        this.folder = folder;
        together = folder.resolve("small");
    }

    /** Files so far, junk among them. */
    int count() {
        return count;
    }

    void add(String name, InputStream content) throws IOException {
        count++;
        if (junk.add(name)) {
            content.transferTo(OutputStream.nullOutputStream());
            return;
        }
        byte[] start = content.readNBytes(SMALL + 1);
        if (start.length <= SMALL && !SourceFiles.isArchive(name)) {
            append(name, start);
            return;
        }
        Path own = folder.resolve(Integer.toString(files.size()));
        Files.copy(new SequenceInputStream(new ByteArrayInputStream(start), content), own);
        files.add(FolderFile.of(name, own));
    }

    private void append(String name, byte[] content) throws IOException {
        if (small == null) {
            small = new BufferedOutputStream(Files.newOutputStream(together), SMALL);
        }
        small.write(content);
        files.add(new FolderFile(name, together, end, content.length, 0));
        end += content.length;
    }

    /** All that was added, once nothing more comes. */
    FolderContent content() throws IOException {
        close();
        return new FolderContent(files, List.of(), junk.leftOut());
    }

    @Override
    public void close() throws IOException {
        if (small != null) {
            small.close();
        }
    }
}
