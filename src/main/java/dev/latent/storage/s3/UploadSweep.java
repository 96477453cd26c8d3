package dev.latent.storage.s3;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Removes files that no folder has and parts of no file: of uploads that were killed, and of deletions. */
record UploadSweep(Bucket bucket, ObjectNames names, Clock clock) {
    /** What is younger may still be on its way. */
    static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);

    void run() throws IOException {
        Instant old = clock.instant().minus(ABANDONED_AFTER);
        List<String> candidates = untouchedSince(old);
        if (!candidates.isEmpty()) {
            candidates.removeAll(
                    inUse()); // looked up later than they were: what was committed meanwhile is among these
            for (String id : candidates) {
                LOG.info("Files of an upload that was not finished are removed from {}", bucket);
                FolderUpload.deleteFiles(bucket, names, id);
            }
        }
        abortUploads(old);
    }

    private List<String> untouchedSince(Instant old) throws IOException {
        List<String> untouched = new ArrayList<>();
        for (String id : bucket.below(names.allFiles()).groups()) {
            if (bucket.below(names.files(id)).objects().stream()
                    .noneMatch(file -> file.changed().isAfter(old))) {
                untouched.add(id);
            }
        }
        return untouched;
    }

    private Set<String> inUse() throws IOException {
        Set<String> ids = new HashSet<>();
        String start = names.kind() + "/";
        for (Listing.Found object : bucket.below(start).objects()) {
            if (object.name().endsWith("/" + FolderRecord.NAME)) {
                var record = bucket.read(start + object.name());
                if (record.isPresent()) {
                    ids.add(FolderRecord.read(record.get()).id());
                }
            }
        }
        return ids;
    }

    private void abortUploads(Instant old) throws IOException {
        List<MultipartUpload> uploads = bucket.call(() -> bucket.client()
                .listMultipartUploads(list -> list.bucket(bucket.name()).prefix(bucket.path(names.kind() + "/")))
                .uploads());
        for (MultipartUpload upload : uploads) {
            if (upload.initiated().isBefore(old)) {
                bucket.call(() -> bucket.client()
                        .abortMultipartUpload(abort ->
                                abort.bucket(bucket.name()).key(upload.key()).uploadId(upload.uploadId())));
            }
        }
    }
}
