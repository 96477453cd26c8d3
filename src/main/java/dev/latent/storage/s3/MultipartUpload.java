package dev.latent.storage.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** Puts a long file part by part, so that a broken connection costs a part. The object is there once all are. */
record MultipartUpload(Bucket bucket, String object, Path file) {
    /** Bytes of a part, as long as these are not too many of them. */
    static final long PART = 16L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(MultipartUpload.class);
    private static final int MOST_PARTS = 9000;

    void run() throws IOException {
        String upload = bucket.call(
                () -> bucket.client().createMultipartUpload(creating()).uploadId());
        try {
            List<CompletedPart> parts = parts(upload);
            bucket.call(() -> bucket.client()
                    .completeMultipartUpload(complete -> complete.bucket(bucket.name())
                            .key(bucket.path(object))
                            .uploadId(upload)
                            .multipartUpload(all -> all.parts(parts))));
        } catch (IOException | RuntimeException e) {
            abort(upload);
            throw e;
        }
    }

    private CreateMultipartUploadRequest creating() {
        var request =
                CreateMultipartUploadRequest.builder().bucket(bucket.name()).key(bucket.path(object));
        String kmsKey = bucket.kmsKey();
        return kmsKey == null
                ? request.build()
                : request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(kmsKey)
                        .build();
    }

    private List<CompletedPart> parts(String upload) throws IOException {
        long size = Files.size(file);
        long length = Math.max(PART, (size + MOST_PARTS - 1) / MOST_PARTS);
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < size; from += length) {
            parts.add(part(upload, parts.size() + 1, from, Math.min(length, size - from)));
        }
        return parts;
    }

    private CompletedPart part(String upload, int number, long from, long length) throws IOException {
        RequestBody body =
                RequestBody.fromContentProvider(() -> piece(from, length), length, "application/octet-stream");
        String tag = bucket.call(() -> bucket.client()
                .uploadPart(
                        part -> part.bucket(bucket.name())
                                .key(bucket.path(object))
                                .uploadId(upload)
                                .partNumber(number),
                        body)
                .eTag());
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private InputStream piece(long from, long length) {
        try {
            FileChannel channel = FileChannel.open(file).position(from);
            return BoundedInputStream.builder()
                    .setInputStream(Channels.newInputStream(channel))
                    .setMaxCount(length)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can't be given up now is swept later. */
    private void abort(String upload) {
        try {
            bucket.call(() -> bucket.client()
                    .abortMultipartUpload(abort ->
                            abort.bucket(bucket.name()).key(bucket.path(object)).uploadId(upload)));
        } catch (IOException e) {
            LOG.debug("The parts of {} are left in {}", object, bucket, e);
        }
    }
}
