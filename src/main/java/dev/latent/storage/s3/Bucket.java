package dev.latent.storage.s3;

import dev.latent.storage.StorageUnavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * The objects of a bucket below a prefix, by name. Whatever fails is a {@link StorageUnavailable}, or an {@link IOException}
 * where asking again would not help; both name the bucket and no secret.
 */
final class Bucket implements Closeable {
    private static final int EXISTS = 412;
    private static final int CONFLICT = 409;
    private static final int MOST_CONFLICTS = 5;
    /** Until the answer begins. */
    private static final Consumer<AwsRequestOverrideConfiguration.Builder> QUICK =
            call -> call.apiCallAttemptTimeout(Duration.ofSeconds(5)).apiCallTimeout(Duration.ofSeconds(8));

    private final S3Client client;
    private final BucketAddress address;
    private final @Nullable String kmsKey;

    Bucket(S3Client client, BucketAddress address, @Nullable String kmsKey) {
        this.client = client;
        this.address = address;
        this.kmsKey = kmsKey;
    }

    /** What may fail. */
    <T> T call(Supplier<T> request) throws IOException {
        try {
            return request.get();
        } catch (SdkException e) {
            throw BucketFailure.of(e, address.toString());
        }
    }

    String name() {
        return address.bucket();
    }

    String path(String object) {
        return address.prefix() + object;
    }

    S3Client client() {
        return client;
    }

    @Nullable
    String kmsKey() {
        return kmsKey;
    }

    /** Whether it can be asked at all. */
    void check() throws IOException {
        call(() -> client.listObjectsV2(ListObjectsV2Request.builder()
                .bucket(name())
                .prefix(path(""))
                .maxKeys(1)
                .overrideConfiguration(call -> call.apiCallTimeout(Duration.ofSeconds(4)))
                .build()));
    }

    /** To be closed; empty if there is no such object. */
    Optional<InputStream> open(String object) throws IOException {
        return call(() -> {
            try {
                return Optional.of(client.getObject(
                        get -> get.bucket(name()).key(path(object)).overrideConfiguration(QUICK),
                        ResponseTransformer.<GetObjectResponse, InputStream>unmanaged((response, content) -> content)));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /** All of a small object; empty if there is none. */
    Optional<byte[]> read(String object) throws IOException {
        return call(() -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                get -> get.bucket(name()).key(path(object)).overrideConfiguration(QUICK))
                        .asByteArray());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    void put(String object, byte[] content) throws IOException {
        call(() ->
                client.putObject(putting(object).overrideConfiguration(QUICK).build(), RequestBody.fromBytes(content)));
    }

    /** In parts, where it is long. */
    void put(String object, Path content) throws IOException {
        if (Files.size(content) > MultipartUpload.PART) {
            new MultipartUpload(this, object, content).run();
        } else {
            call(() -> client.putObject(putting(object).build(), RequestBody.fromFile(content)));
        }
    }

    /** @return false if there is such an object already */
    boolean putIfAbsent(String object, byte[] content) throws IOException {
        PutObjectRequest request =
                putting(object).ifNoneMatch("*").overrideConfiguration(QUICK).build();
        return call(() -> {
            for (int conflicts = 0; ; conflicts++) {
                try {
                    client.putObject(request, RequestBody.fromBytes(content));
                    return true;
                } catch (S3Exception e) {
                    if (e.statusCode() == EXISTS) {
                        return false;
                    }
                    if (e.statusCode() != CONFLICT || conflicts == MOST_CONFLICTS) { // others are writing it just now
                        throw e;
                    }
                }
            }
        });
    }

    private PutObjectRequest.Builder putting(String object) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(name()).key(path(object));
        return kmsKey == null
                ? request
                : request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(kmsKey);
    }

    /** Also where there is none. */
    void delete(String object) throws IOException {
        call(() -> client.deleteObject(
                delete -> delete.bucket(name()).key(path(object)).overrideConfiguration(QUICK)));
    }

    /** What begins with a name. */
    Listing below(String start) {
        return new Listing(this, start);
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
