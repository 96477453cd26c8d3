package dev.latent.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.storage.Lease;
import dev.latent.storage.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache of 100 bytes before folders of one file of 40. */
class LocalCacheTests {
    private static final long CAPACITY = 100;
    private static final int BYTES = 40;

    @TempDir
    Path home;

    private final AtomicInteger fetched = new AtomicInteger();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private LocalCache cache;

    @BeforeEach
    void open() throws IOException {
        cache = new LocalCache(home, CAPACITY, Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        cache.close();
    }

    /** The next process, a second later. */
    private void reopen() throws IOException {
        cache.close();
        now = now.plusSeconds(1);
        open();
    }

    private static FolderRecord folder(char letter) {
        String content = String.valueOf(letter).repeat(BYTES);
        String id =
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
        return new FolderRecord(
                id, "models/" + letter, List.of(new StoredFile("w", BYTES, DigestUtils.sha256Hex(content))));
    }

    private Lease lease(char letter) throws IOException, FetchedDamaged {
        return cache.lease(folder(letter), List.of(), name -> content(letter));
    }

    private Optional<InputStream> content(char letter) {
        fetched.incrementAndGet();
        return Optional.of(
                new ByteArrayInputStream(String.valueOf(letter).repeat(BYTES).getBytes(StandardCharsets.UTF_8)));
    }

    private boolean holds(char letter) {
        return Files.exists(home.resolve(folder(letter).id()).resolve("w"));
    }

    @Test
    void aFolderIsFetchedOnce() throws Exception {
        lease('a').close();
        lease('a').close();
        reopen();
        lease('a').close();

        assertThat(fetched).hasValue(1);
    }

    @Test
    void thoseWhoAskAtOnceGetWhatOneFetches() throws Exception {
        CountDownLatch ready = new CountDownLatch(6);
        List<CompletableFuture<Lease>> leases = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        ready.countDown();
                        ready.await();
                        return lease('a');
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        assertThat(leases.stream().map(CompletableFuture::join))
                .allSatisfy(lease -> assertThat(lease.path().resolve("w")).hasContent("a".repeat(BYTES)));
        assertThat(fetched).hasValue(1);
    }

    @Test
    void whatWasNotUsedForLongestGoesFirstAlsoAfterARestart() throws Exception {
        lease('a').close();
        reopen();
        lease('b').close();
        reopen();
        lease('a').close();
        reopen();

        lease('c').close();

        assertThat(holds('a')).isTrue();
        assertThat(holds('b')).isFalse();
        assertThat(holds('c')).isTrue();
    }

    @Test
    void whatIsLeasedStaysThoughThereIsNoRoomUntilItIsGivenUp() throws Exception {
        Lease first = lease('a');
        Lease second = lease('b');
        Lease third = lease('c');
        assertThat(first.path().resolve("w")).hasContent("a".repeat(BYTES));
        assertThat(third.path().resolve("w")).hasContent("c".repeat(BYTES));

        second.close();
        second.close();

        assertThat(holds('a')).isTrue();
        assertThat(holds('b')).isFalse();
        assertThat(holds('c')).isTrue();
    }

    @Test
    void aDeletedFolderGoesWhenNobodyHasItLeased() throws Exception {
        Lease lease = lease('a');
        cache.forget(folder('a').id());
        assertThat(lease.path().resolve("w")).exists();

        lease.close();

        assertThat(holds('a')).isFalse();
    }

    @Test
    void whatAKilledProcessWasFetchingIsSwept() throws Exception {
        Path left = Files.createDirectories(home.resolve(".aside/killed/fetched-1"));
        Files.writeString(left.resolve("w"), "half");

        reopen();

        assertThat(home.resolve(".aside/killed")).doesNotExist();
    }

    @Test
    void whatComesDamagedOnceIsAskedForAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        cache.lease(folder('a'), List.of(), name -> content(asked.getAndIncrement() == 0 ? 'b' : 'a'))
                .close();

        assertThat(asked).hasValue(2);
        assertThat(home.resolve(folder('a').id()).resolve("w")).hasContent("a".repeat(BYTES));
    }
}
