package dev.latent.storage;

import dev.latent.files.AtomicFile;
import dev.latent.files.Folders;
import dev.latent.files.Sha256;
import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps things in a folder of this machine, a folder for each folder and a file for each file and note. What appears and
 * goes does so by one rename, from and to {@code .aside}.
 */
public final class DiskStorage implements Storage, Closeable {
    private static final String ASIDE = ".aside";

    private final Path root;
    private final TemporaryFolders aside;

    public DiskStorage(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.aside = TemporaryFolders.in(this.root.resolve(ASIDE));
    }

    private Path path(StorageKey key) {
        return key.names().stream().reduce(root, Path::resolve, (a, b) -> b);
    }

    @Override
    public StagedFolder stage() throws IOException {
        return new FolderAside(aside.create("staged-"), this::path);
    }

    @Override
    public Optional<Lease> lease(StorageKey folder) throws IOException {
        Path stored = path(folder);
        return Files.isDirectory(stored) ? FolderLease.of(stored, aside.create("leased-")) : Optional.empty();
    }

    @Override
    public Lease lease(StorageKey folder, List<StoredFile> intact) throws IOException, DamagedFile {
        Lease lease = lease(folder)
                .orElseThrow(() -> new DamagedFile(
                        folder,
                        intact.stream().findFirst().map(StoredFile::name).orElse("")));
        try {
            requireIntact(folder, lease.path(), intact);
            return lease;
        } catch (IOException | DamagedFile | RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private static void requireIntact(StorageKey folder, Path path, List<StoredFile> intact)
            throws IOException, DamagedFile {
        for (StoredFile file : intact) {
            Path copy = path.resolve(file.name());
            if (!Files.isRegularFile(copy)
                    || Files.size(copy) != file.bytes()
                    || !Sha256.of(copy).equals(file.sha256())) {
                throw new DamagedFile(folder, file.name());
            }
        }
    }

    @Override
    public List<StoredFile> files(StorageKey folder) throws IOException {
        Path stored = path(folder);
        return Files.isDirectory(stored) ? described(stored) : List.of();
    }

    static List<StoredFile> described(Path folder) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        for (Path file : Folders.files(folder)) {
            files.add(new StoredFile(file.getFileName().toString(), Files.size(file), Sha256.of(file)));
        }
        return files;
    }

    @Override
    public boolean note(StorageKey folder, String name, byte[] content) throws IOException {
        try {
            move(path(folder.child(name)), unfinished -> Files.write(unfinished, content));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void write(StorageKey file, byte[] content) throws IOException {
        replace(path(file), unfinished -> Files.write(unfinished, content));
    }

    @Override
    public void write(StorageKey file, Path content) throws IOException {
        replace(path(file), unfinished -> Files.copy(content, unfinished));
    }

    private void replace(Path file, AtomicFile.Content content) throws IOException {
        Files.createDirectories(file.getParent());
        move(file, content);
    }

    private void move(Path file, AtomicFile.Content content) throws IOException {
        try (TemporaryFolder temporary = aside.create("written-")) {
            Path unfinished = temporary.path().resolve(file.getFileName());
            content.writeTo(unfinished);
            AtomicFile.replace(file, unfinished);
        }
    }

    @Override
    public Optional<InputStream> open(StorageKey file) throws IOException {
        Path path = path(file);
        try {
            return Files.isRegularFile(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> list(StorageKey parent) throws IOException {
        try (Stream<Path> entries = Files.list(path(parent))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(StorageKey::isName)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    @Override
    public void delete(StorageKey key) throws IOException {
        try (TemporaryFolder temporary = aside.create("deleted-")) {
            Path path = path(key);
            Files.move(path, temporary.path().resolve(path.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // it is gone already
        }
    }

    /** Drops what was not committed, and all leases. */
    @Override
    public void close() throws IOException {
        aside.close();
    }
}
