package dev.latent.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latent.storage.Storage;
import dev.latent.storage.StorageKey;
import dev.latent.storage.StorageProperties;
import dev.latent.storage.StorageUnavailable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket that can't be used. */
class AwayTests {
    private static final String SECRET = "very-secret";
    private static final String CLOSED = "http://127.0.0.1:1";

    @TempDir
    Path home;

    private static StorageProperties.S3 s3(String endpoint, String bucket, String id, String secret) {
        return new StorageProperties.S3(bucket, "", URI.create(endpoint), null, null, id, secret, null);
    }

    private static Bucket bucket(StorageProperties.S3 settings) {
        return new Bucket(Clients.of(settings), BucketAddress.of(settings, settings.bucket()), null);
    }

    private S3Stores open(StorageProperties.S3 settings) throws IOException {
        return S3Stores.of(settings, 1_000_000, home, Clock.systemUTC());
    }

    @Test
    void thatNobodyListensIsToldWithinSecondsByItsPlace() throws IOException {
        Instant before = Instant.now();
        try (Bucket bucket = bucket(s3(CLOSED, "models", "id", SECRET))) {
            assertThatThrownBy(() -> bucket.read("x"))
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageStartingWith(
                            "the bucket models at http://127.0.0.1:1 can't be reached: Connection refused");
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    /** As many as are kept for the next request: one that was closed is found out only by writing to it. */
    @Test
    void connectionsThatWereClosedMeanwhileCostNoWrite() throws Exception {
        S3Server server = S3Server.shared();
        StorageProperties.S3 direct = server.newBucket("");
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try (S3Outage way = new S3Outage(server.port());
                Bucket bucket = bucket(S3Server.settings(
                        URI.create("http://127.0.0.1:" + way.port()), direct.bucket(), direct.prefix()))) {
            Callable<Boolean> write = () -> write(bucket);
            for (Future<Boolean> written : writers.invokeAll(Collections.nCopies(8, write))) {
                written.get();
            }
            way.begin();
            way.end();

            write(bucket);

            assertThat(bucket.read("x")).hasValue(new byte[] {1});
        } finally {
            writers.shutdownNow();
        }
    }

    private static boolean write(Bucket bucket) throws IOException {
        bucket.put("x", new byte[] {1});
        return true;
    }

    @Test
    void whoListensAndNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                Bucket bucket = bucket(s3("http://127.0.0.1:" + silent.getLocalPort(), "models", "id", SECRET))) {
            assertThatThrownBy(bucket::check)
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("did not answer in time")
                    .matches(failure -> BucketFailure.isSilence((Exception) failure));
        }
    }

    @Test
    void wrongCredentialsAndAMissingBucketAreToldApartWithoutTheSecret() {
        StorageProperties.S3 right = S3Server.shared().newBucket("");
        String endpoint = right.endpoint().toString();

        Throwable refused = catchThrowable(() -> open(s3(endpoint, right.bucket(), S3Server.ACCESS_KEY, SECRET)));
        Throwable missing =
                catchThrowable(() -> open(s3(endpoint, "no-such-bucket", S3Server.ACCESS_KEY, S3Server.SECRET_KEY)));

        assertThat(refused)
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("answered 403 (SignatureDoesNotMatch): the credentials don't allow this");
        assertThat(missing)
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("answered 404 (NoSuchBucket): there is no such bucket");
        assertThat(List.of(refused, missing))
                .as("who answers so is not waited for")
                .noneMatch(failure -> BucketFailure.isSilence((Exception) failure));
        assertThat(refused.getMessage() + right).doesNotContain(SECRET).doesNotContain(S3Server.SECRET_KEY);
    }

    @Test
    void aBucketThatGoesAwayIsNoticed() throws Exception {
        try (S3Server server = S3Server.start(0)) {
            S3Stores stores = open(server.newBucket(""));
            Storage storage = stores.open("models", home);
            storage.write(StorageKey.of("a"), "x".getBytes(StandardCharsets.UTF_8));
            stores.check();

            server.close();

            assertThatThrownBy(stores::check).isInstanceOf(StorageUnavailable.class);
            assertThatThrownBy(() -> storage.read(StorageKey.of("a"))).isInstanceOf(StorageUnavailable.class);
            stores.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host, '', id, secret, latent.storage.s3.endpoint must be",
        "http://user:word@host, '', id, secret, latent.storage.s3.endpoint must be",
        "http://host, 'a b', id, secret, latent.storage.s3.prefix must be",
        "http://host, '', id, , latent.storage.s3.access-key-id and latent.storage.s3.secret-access-key",
    })
    void settingsThatCantBeAreToldByName(String endpoint, String prefix, String id, String secret, String told) {
        var settings = new StorageProperties.S3("models", prefix, URI.create(endpoint), null, null, id, secret, null);

        assertThatIllegalArgumentException().isThrownBy(() -> open(settings)).withMessageStartingWith(told);
    }

    @Test
    void settingsOfABucketWithoutItsNameAreNotPassedOver() {
        assertThat(s3(CLOSED, " ", null, null).isSetWithoutBucket()).isTrue();
        assertThat(new StorageProperties.S3(null, "", null, null, "", "", "", "").isSetWithoutBucket())
                .isFalse();
    }
}
