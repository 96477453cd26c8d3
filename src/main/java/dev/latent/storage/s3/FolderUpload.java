package dev.latent.storage.s3;

import dev.latent.files.Folders;
import dev.latent.files.Sha256;
import dev.latent.files.TemporaryFolder;
import dev.latent.storage.StagedFolder;
import dev.latent.storage.StorageKey;
import dev.latent.storage.StorageUnavailable;
import dev.latent.storage.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder on its way into a bucket: its files go there first, and then the record that makes it be there. */
final class FolderUpload implements StagedFolder {
    /** Of longer ones the {@link UploadSweep} might have taken files already. */
    private static final Duration LONGEST = UploadSweep.ABANDONED_AFTER.dividedBy(2);

    private static final Logger LOG = LoggerFactory.getLogger(FolderUpload.class);

    private final String id = UUID.randomUUID().toString();
    private final SortedMap<String, StoredFile> uploaded = new TreeMap<>();
    private final Bucket bucket;
    private final ObjectNames names;
    private final LocalCache cache;
    private final Clock clock;
    private final Instant begun;
    private final TemporaryFolder folder;
    private boolean mayBeThere;

    FolderUpload(Bucket bucket, ObjectNames names, LocalCache cache, Clock clock) throws IOException {
        this.bucket = bucket;
        this.names = names;
        this.cache = cache;
        this.clock = clock;
        this.begun = clock.instant();
        this.folder = cache.aside("staged-");
    }

    @Override
    public Path path() {
        return folder.path();
    }

    @Override
    public List<StoredFile> files() throws IOException {
        for (Path file : Folders.files(path())) {
            String name = file.getFileName().toString();
            if (!uploaded.containsKey(name)) {
                StoredFile described = new StoredFile(name, Files.size(file), Sha256.of(file));
                bucket.put(names.file(id, name), file);
                uploaded.put(name, described);
            }
        }
        return List.copyOf(uploaded.values());
    }

    @Override
    public void add(String name, byte[] content) throws IOException {
        Files.write(path().resolve(name), content);
    }

    @Override
    public boolean commit(StorageKey key) throws IOException {
        FolderRecord record = new FolderRecord(id, key.toString(), files());
        if (clock.instant().isAfter(begun.plus(LONGEST))) {
            throw new IOException(
                    "it took more than " + LONGEST.toHours() + " hours to put " + key + " into " + bucket);
        }
        mayBeThere = true; // also where the answer is lost
        mayBeThere = isPut(key, record);
        if (mayBeThere) {
            cache.adopt(record, path());
        }
        return mayBeThere;
    }

    private boolean isPut(StorageKey key, FolderRecord record) throws IOException {
        String object = names.record(key);
        Optional<byte[]> before = bucket.read(object); // not every store knows conditions
        if (before.isPresent()) {
            return false;
        }
        try {
            return bucket.putIfAbsent(object, record.json()) || isOwn(bucket.read(object), record);
        } catch (StorageUnavailable e) { // was it before the record was there, or after?
            Optional<byte[]> now = bucket.read(object);
            if (now.isEmpty()) {
                throw e;
            }
            return isOwn(now, record);
        }
    }

    /** A request that was asked again after its answer was lost found what it had put itself. */
    private static boolean isOwn(Optional<byte[]> there, FolderRecord record) throws IOException {
        return there.isPresent() && FolderRecord.read(there.get()).id().equals(record.id());
    }

    @Override
    public void close() throws IOException {
        try (folder) {
            if (!mayBeThere && !uploaded.isEmpty()) {
                deleteFiles(bucket, names, id);
            }
        } catch (IOException e) {
            LOG.debug("What was not committed is left to the sweep", e);
        }
    }

    static void deleteFiles(Bucket bucket, ObjectNames names, String id) throws IOException {
        String start = names.files(id);
        for (Listing.Found file : bucket.below(start).objects()) {
            bucket.delete(start + file.name());
        }
    }
}
