package dev.latent.storage.s3;

import dev.latent.storage.DamagedFile;
import dev.latent.storage.Lease;
import dev.latent.storage.StagedFolder;
import dev.latent.storage.Storage;
import dev.latent.storage.StorageKey;
import dev.latent.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Keeps one kind of thing in a bucket; see the package for what lies where. */
final class S3Storage implements Storage {
    private final Bucket bucket;
    private final ObjectNames names;
    private final LocalCache cache;
    private final Clock clock;

    S3Storage(Bucket bucket, String kind, LocalCache cache, Clock clock) {
        this.bucket = bucket;
        this.names = new ObjectNames(kind);
        this.cache = cache;
        this.clock = clock;
    }

    private Optional<FolderRecord> folder(StorageKey key) throws IOException {
        if (key.names().isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> record = bucket.read(names.record(key));
        return record.isPresent() ? Optional.of(FolderRecord.read(record.get())) : Optional.empty();
    }

    @Override
    public StagedFolder stage() throws IOException {
        return new FolderUpload(bucket, names, cache, clock);
    }

    @Override
    public Optional<Lease> lease(StorageKey folder) throws IOException {
        Optional<FolderRecord> record = folder(folder);
        while (record.isPresent()) {
            try {
                return Optional.of(lease(folder, record.get(), List.of()));
            } catch (DamagedFile damaged) {
                Optional<FolderRecord> now = folder(folder);
                if (now.equals(record)) {
                    throw new IOException(damaged.getMessage(), damaged);
                }
                record = now; // it was deleted while it was fetched
            }
        }
        return Optional.empty();
    }

    @Override
    public Lease lease(StorageKey folder, List<StoredFile> intact) throws IOException, DamagedFile {
        FolderRecord record = folder(folder).orElseThrow(() -> new DamagedFile(folder, first(intact)));
        for (StoredFile file : intact) {
            if (!record.files().contains(file)) {
                throw new DamagedFile(folder, file.name());
            }
        }
        return lease(folder, record, intact);
    }

    private static String first(List<StoredFile> files) {
        return files.stream().findFirst().map(StoredFile::name).orElse("");
    }

    private Lease lease(StorageKey key, FolderRecord record, List<StoredFile> intact) throws IOException, DamagedFile {
        try {
            return cache.lease(record, intact, name -> bucket.open(names.file(record.id(), name)));
        } catch (FetchedDamaged damaged) {
            throw new DamagedFile(key, damaged.file());
        }
    }

    @Override
    public List<StoredFile> files(StorageKey folder) throws IOException {
        return folder(folder).map(FolderRecord::files).orElse(List.of());
    }

    @Override
    public boolean note(StorageKey folder, String name, byte[] content) throws IOException {
        Optional<FolderRecord> record = folder(folder);
        if (record.isPresent()) {
            bucket.put(names.note(record.get().id(), name), content);
        }
        return record.isPresent();
    }

    @Override
    public void write(StorageKey file, byte[] content) throws IOException {
        bucket.put(names.of(file), content);
    }

    @Override
    public void write(StorageKey file, Path content) throws IOException {
        bucket.put(names.of(file), content);
    }

    @Override
    public Optional<InputStream> open(StorageKey file) throws IOException {
        int last = file.names().size() - 1;
        StorageKey parent = new StorageKey(file.names().subList(0, last));
        Optional<FolderRecord> folder = folder(parent);
        return folder.isPresent() ? open(folder.get(), file.names().get(last)) : bucket.open(names.of(file));
    }

    /** A note may have the name of a file: it is the newer one. */
    private Optional<InputStream> open(FolderRecord folder, String name) throws IOException {
        Optional<InputStream> note = bucket.open(names.note(folder.id(), name));
        return note.isEmpty() && folder.file(name).isPresent() ? bucket.open(names.file(folder.id(), name)) : note;
    }

    @Override
    public List<String> list(StorageKey parent) throws IOException {
        List<String> found = bucket.below(names.below(parent)).names();
        Stream<String> inside = found.contains(FolderRecord.NAME) ? inside(parent).stream() : Stream.empty();
        return List.copyOf(new TreeSet<>(
                Stream.concat(found.stream(), inside).filter(S3Storage::isName).toList()));
    }

    /** The files and notes of a folder. */
    private List<String> inside(StorageKey key) throws IOException {
        Optional<FolderRecord> folder = folder(key);
        List<String> inside = new ArrayList<>();
        if (folder.isPresent()) {
            folder.get().files().forEach(file -> inside.add(file.name()));
            inside.addAll(bucket.below(names.notes(folder.get().id())).names());
        }
        return inside;
    }

    private static boolean isName(String name) {
        return !name.startsWith(".");
    }

    @Override
    public void delete(StorageKey key) throws IOException {
        if (!key.names().isEmpty()) {
            bucket.delete(names.of(key));
        }
        String start = names.below(key);
        for (Listing.Found object : bucket.below(start).objects()) {
            if (object.name().equals(FolderRecord.NAME) || object.name().endsWith("/" + FolderRecord.NAME)) {
                deleteFolder(start + object.name());
            } else {
                bucket.delete(start + object.name());
            }
        }
    }

    /** First what makes it be there. */
    private void deleteFolder(String record) throws IOException {
        Optional<byte[]> json = bucket.read(record);
        bucket.delete(record);
        if (json.isPresent()) {
            String id = FolderRecord.read(json.get()).id();
            FolderUpload.deleteFiles(bucket, names, id);
            cache.forget(id);
        }
    }
}
