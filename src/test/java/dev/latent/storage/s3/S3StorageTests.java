package dev.latent.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.storage.DamagedFile;
import dev.latent.storage.Lease;
import dev.latent.storage.StagedFolder;
import dev.latent.storage.Storage;
import dev.latent.storage.StorageContract;
import dev.latent.storage.StorageKey;
import dev.latent.storage.StorageProperties;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

class S3StorageTests extends StorageContract {
    private static final StorageKey KEY = StorageKey.of("digits-vae", "3");
    private static final long ROOM = 1 << 20;

    private final S3Server server = S3Server.shared();
    private final StorageProperties.S3 settings = server.newBucket("team/a");
    private final AtomicInteger machines = new AtomicInteger();
    private final List<AutoCloseable> opened = new ArrayList<>();

    /** On a machine of its own. */
    @Override
    protected Storage open() throws IOException {
        return open(cache("machine-" + machines.incrementAndGet(), ROOM), Clock.systemUTC());
    }

    private LocalCache cache(String machine, long capacity) throws IOException {
        LocalCache cache = new LocalCache(home.resolve(machine), capacity, Clock.systemUTC());
        opened.add(cache);
        return cache;
    }

    private S3Storage open(LocalCache cache, Clock clock) {
        return new S3Storage(bucket(), "models", cache, clock);
    }

    private Bucket bucket() {
        Bucket bucket = bucket(settings, null);
        opened.add(bucket);
        return bucket;
    }

    private static Bucket bucket(StorageProperties.S3 settings, @Nullable String kmsKey) {
        return new Bucket(Clients.of(settings), BucketAddress.of(settings, settings.bucket()), kmsKey);
    }

    @Override
    protected List<String> writer() {
        return List.of(
                Writer.class.getName(),
                settings.endpoint().toString(),
                settings.bucket(),
                settings.prefix(),
                home.resolve("writer").toString());
    }

    /** Writes until it is killed. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            var settings = S3Server.settings(URI.create(arguments[0]), arguments[1], arguments[2]);
            LocalCache cache = new LocalCache(Path.of(arguments[3]), ROOM, Clock.systemUTC());
            write(new S3Storage(bucket(settings, null), "models", cache, Clock.systemUTC()));
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Override
    protected void damage(StorageKey folder, String file, String content) {
        S3Client client = server.client();
        for (String object : objects()) {
            if (object.endsWith("/" + file) && content == null) {
                client.deleteObject(delete -> delete.bucket(settings.bucket()).key(object));
            } else if (object.endsWith("/" + file)) {
                client.putObject(put -> put.bucket(settings.bucket()).key(object), RequestBody.fromString(content));
            }
        }
    }

    private List<String> objects() {
        return server.client().listObjectsV2Paginator(list -> list.bucket(settings.bucket())).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void whatIsDroppedOrDeletedLeavesNoObject() throws IOException {
        Storage storage = open();
        put(storage, KEY, "weights");
        storage.note(KEY, "quality.json", bytes("good"));
        storage.write(StorageKey.of("digits-vae", "registry.json"), bytes("{}"));
        put(storage, KEY, "too late");
        try (StagedFolder staged = storage.stage()) {
            Files.writeString(staged.path().resolve("model.json"), "dropped");
            staged.files();
        }

        storage.delete(StorageKey.of("digits-vae"));

        assertThat(objects()).isEmpty();
    }

    @Test
    void whatWasPutHereIsNotFetched() throws IOException {
        LocalCache cache = cache("machine", ROOM);
        Storage storage = open(cache, Clock.systemUTC());
        put(storage, KEY, "weights");
        damage(KEY, "decoder.safetensors", "changed");

        try (Lease lease = storage.lease(KEY).orElseThrow()) {
            assertThat(lease.path().resolve("decoder.safetensors")).hasContent("weights");
        }
    }

    @Test
    void aChangedCopyIsNoticedAndFetchedAnew() throws IOException {
        put(open(), KEY, "weights");
        Storage storage = open();
        Path copy;
        try (Lease lease = storage.lease(KEY).orElseThrow()) {
            copy = lease.path().resolve("decoder.safetensors");
        }

        for (String damage : new String[] {"Weights", "weigh"}) {
            Files.writeString(copy, damage);
            try (Lease lease = storage.lease(KEY).orElseThrow()) {
                assertThat(lease.path().resolve("decoder.safetensors")).hasContent("weights");
            }
        }
        Files.delete(copy);
        try (Lease lease = storage.lease(KEY).orElseThrow()) {
            assertThat(lease.path().resolve("decoder.safetensors")).hasContent("weights");
        }
    }

    @Test
    void aCopyThatWasChangedWhileNobodyRanIsNoticed() throws IOException {
        put(open(), KEY, "weights");
        Path copy;
        try (LocalCache before = new LocalCache(home.resolve("machine"), ROOM, Clock.systemUTC());
                Lease lease = open(before, Clock.systemUTC()).lease(KEY).orElseThrow()) {
            copy = lease.path().resolve("decoder.safetensors");
        }
        Files.writeString(copy, "Weights");

        try (Lease lease =
                open(cache("machine", ROOM), Clock.systemUTC()).lease(KEY).orElseThrow()) {
            assertThat(lease.path().resolve("decoder.safetensors")).hasContent("weights");
        }
    }

    @Test
    void aFileThatIsNotAskedForByDigestIsCheckedAllTheSame() throws IOException {
        put(open(), KEY, "weights");
        damage(KEY, "model.json", "another");

        assertThatThrownBy(() -> open().lease(KEY))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(DamagedFile.class);
    }

    @Test
    void aFolderIsCommittedThoughTheAnswerThatItIsGotLost() throws IOException {
        S3Client losing = losingAnswersToConditionalPuts(Clients.of(settings));
        Bucket bucket = new Bucket(losing, BucketAddress.of(settings, settings.bucket()), null);
        opened.add(bucket);

        assertThat(put(new S3Storage(bucket, "models", cache("losing", ROOM), Clock.systemUTC()), KEY, "weights"))
                .isTrue();

        assertThat(open().read(KEY.child("decoder.safetensors"))).hasValue(bytes("weights"));
    }

    private static S3Client losingAnswersToConditionalPuts(S3Client client) {
        InvocationHandler losing = (proxy, method, arguments) -> {
            try {
                Object answer = method.invoke(client, arguments);
                if (arguments != null && arguments[0] instanceof PutObjectRequest put && put.ifNoneMatch() != null) {
                    throw SdkClientException.create("the answer is lost");
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (S3Client)
                Proxy.newProxyInstance(S3StorageTests.class.getClassLoader(), new Class<?>[] {S3Client.class}, losing);
    }

    @Test
    void aLongFileGoesInPartsAndComesBackWhole() throws IOException {
        byte[] content = new byte[(int) MultipartUpload.PART + 1_000_000];
        new java.util.Random(1).nextBytes(content);
        StorageKey key = StorageKey.of("job", "checkpoints", "10.safetensors");

        open().write(key, Files.write(home.resolve("10.safetensors"), content));

        assertThat(open().read(key)).hasValue(content);
        String tag = server.client()
                .headObject(head -> head.bucket(settings.bucket()).key("team/a/models/" + key))
                .eTag();
        assertThat(tag).as("the tag of an object of two parts").endsWith("-2\"");
    }

    @Test
    void objectsAreEncryptedWithTheKeyThatIsSet() throws IOException {
        Path large = Files.write(home.resolve("large"), new byte[(int) MultipartUpload.PART + 1]);
        try (Bucket bucket = bucket(settings, "key-of-ours")) {
            bucket.put("small", bytes("x"));
            bucket.put("large", large);
            bucket.putIfAbsent("once", bytes("x"));
        }

        for (String object : List.of("small", "large", "once")) {
            var head = server.client()
                    .headObject(it -> it.bucket(settings.bucket()).key("team/a/" + object));
            assertThat(head.serverSideEncryption()).as(object).isEqualTo(ServerSideEncryption.AWS_KMS);
            assertThat(head.ssekmsKeyId()).as(object).isEqualTo("key-of-ours");
        }
    }

    @Test
    void whatLiesBesideThePrefixIsNobodysBusiness() throws IOException {
        server.client()
                .putObject(
                        put -> put.bucket(settings.bucket()).key("team/ab/models/x"), RequestBody.fromString("theirs"));
        Storage storage = open();
        storage.write(StorageKey.of("y"), bytes("ours"));

        assertThat(storage.list(StorageKey.ROOT)).containsExactly("y");
        storage.delete(StorageKey.ROOT);

        assertThat(objects()).containsExactly("team/ab/models/x");
    }

    @Test
    void theSweepTakesWhatAKilledUploadLeftADayAgo() throws IOException {
        Storage storage = open();
        put(storage, KEY, "kept");
        StagedFolder killed = storage.stage();
        Files.writeString(killed.path().resolve("model.json"), "left");
        killed.files();
        server.client()
                .createMultipartUpload(
                        upload -> upload.bucket(settings.bucket()).key("team/a/models/.files/killed/weights"));

        sweepIn(Duration.ofHours(23));
        assertThat(objects()).hasSize(5);
        sweepIn(Duration.ofHours(25));

        assertThat(objects()).hasSize(4).allMatch(object -> object.startsWith("team/a/models/"));
        assertThat(storage.read(KEY.child("decoder.safetensors"))).hasValue(bytes("kept"));
        assertThat(server.client()
                        .listMultipartUploads(list -> list.bucket(settings.bucket()))
                        .uploads())
                .isEmpty();
    }

    private void sweepIn(Duration time) throws IOException {
        new UploadSweep(bucket(), new ObjectNames("models"), Clock.offset(Clock.systemUTC(), time)).run();
    }
}
