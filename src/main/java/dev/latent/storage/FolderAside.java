package dev.latent.storage;

import dev.latent.files.AtomicFolder;
import dev.latent.files.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A staged folder on the disk that is to keep it. @param where a key's folder is */
record FolderAside(TemporaryFolder folder, Function<StorageKey, Path> where) implements StagedFolder {
    @Override
    public Path path() {
        return folder.path();
    }

    @Override
    public List<StoredFile> files() throws IOException {
        return DiskStorage.described(path());
    }

    @Override
    public void add(String name, byte[] content) throws IOException {
        Files.write(path().resolve(name), content);
    }

    @Override
    public boolean commit(StorageKey key) throws IOException {
        Path target = where.apply(key);
        Files.createDirectories(target.getParent());
        return AtomicFolder.publish(path(), target);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
