package dev.latent.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everyone who keeps things can rely upon, whatever keeps them. */
public abstract class StorageContract {
    private static final int BYTES = 200_000;
    private static final StorageKey KEY = StorageKey.of("digits-vae", "3");

    @TempDir
    protected Path home;

    /** Opens the same place once more, as another process would. */
    protected abstract Storage open() throws IOException;

    /** Changes a kept file behind the storage's back. @param content null to remove it */
    protected abstract void damage(StorageKey folder, String file, String content) throws IOException;

    /**
     * The class and arguments of a program that opens the same place and calls {@link #write}, to be killed at some time.
     */
    protected abstract List<String> writer();

    @Test
    void aFolderIsThereForEveryoneOnceItIsCommitted() throws IOException {
        Storage other = open();
        put(open(), KEY, "weights");

        try (Lease lease = other.lease(KEY).orElseThrow()) {
            assertThat(lease.path().resolve("decoder.safetensors")).hasContent("weights");
            assertThat(lease.path().resolve("model.json")).hasContent("model of weights");
            assertThat(lease.path().resolve("version.json")).hasContent("version of weights");
        }
    }

    @Test
    void aFolderKnowsItsFilesAndTheirDigests() throws IOException {
        put(open(), KEY, "weights");

        assertThat(open().files(KEY))
                .contains(new StoredFile("decoder.safetensors", 7, digest("weights")))
                .extracting(StoredFile::name)
                .containsExactly("decoder.safetensors", "model.json", "version.json");
    }

    private static String digest(String content) {
        return DigestUtils.sha256Hex(content);
    }

    @Test
    void nothingIsSeenOfAFolderWhoseWriterDiesBeforeItCommits() throws IOException {
        open().stage();
        fill(open().stage(), "filled");
        StagedFolder digested = fill(open().stage(), "digested");
        digested.files();
        StagedFolder described = fill(open().stage(), "described");
        described.files();
        described.add("version.json", bytes("version"));

        Storage later = open();
        assertThat(later.list(StorageKey.ROOT)).isEmpty();
        assertThat(later.lease(KEY)).isEmpty();
        assertThat(later.files(KEY)).isEmpty();
    }

    @Test
    void nothingIsSeenOfAFolderThatIsDropped() throws IOException {
        Storage storage = open();
        try (StagedFolder staged = fill(storage.stage(), "weights")) {
            staged.files();
        }
        assertThat(storage.list(StorageKey.ROOT)).isEmpty();
    }

    @Test
    void ofThoseWhoCommitToOneKeyAtOnceOneWins() throws Exception {
        CountDownLatch ready = new CountDownLatch(8);
        List<CompletableFuture<Boolean>> commits = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> commit("weights " + i, ready)))
                .toList();

        List<Boolean> won = commits.stream().map(CompletableFuture::join).toList();

        assertThat(won).containsOnlyOnce(true);
        try (Lease lease = open().lease(KEY).orElseThrow()) {
            String winner = "weights " + won.indexOf(true);
            assertThat(lease.path().resolve("decoder.safetensors")).hasContent(winner);
            assertThat(lease.path().resolve("model.json")).hasContent("model of " + winner);
            assertThat(lease.path().resolve("version.json")).hasContent("version of " + winner);
        }
        assertThat(open().list(StorageKey.of("digits-vae"))).containsExactly("3");
    }

    private boolean commit(String content, CountDownLatch ready) {
        try (StagedFolder staged = complete(open(), content)) {
            ready.countDown();
            ready.await();
            return staged.commit(KEY);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aKeyThatIsTakenStaysAsItIs() throws IOException {
        Storage storage = open();
        put(storage, KEY, "first");

        assertThat(put(storage, KEY, "second")).isFalse();

        assertThat(storage.read(KEY.child("decoder.safetensors"))).hasValue(bytes("first"));
    }

    @Test
    void aKeyIsFreeAgainWhenItsFolderIsDeleted() throws IOException {
        Storage storage = open();
        put(storage, KEY, "first");
        storage.note(KEY, "quality.json", bytes("good"));

        storage.delete(KEY);

        assertThat(storage.lease(KEY)).isEmpty();
        assertThat(storage.list(StorageKey.of("digits-vae"))).isEmpty();
        assertThat(put(storage, KEY, "second")).isTrue();
        assertThat(storage.read(KEY.child("quality.json"))).isEmpty();
    }

    @Test
    void whoeverHasAFolderLeasedKeepsItsFilesThoughItIsDeletedAndReplaced() throws IOException {
        Storage storage = open();
        put(storage, KEY, "first");
        try (Lease lease = storage.lease(KEY).orElseThrow()) {
            storage.delete(KEY);
            put(open(), KEY, "second");

            assertThat(lease.path().resolve("decoder.safetensors")).hasContent("first");
        }
        try (Lease lease = storage.lease(KEY).orElseThrow()) {
            assertThat(lease.path().resolve("decoder.safetensors")).hasContent("second");
        }
    }

    @Test
    void leasesOfOneFolderEndEachForItself() throws IOException {
        Storage storage = open();
        put(storage, KEY, "weights");
        try (Lease lease = storage.lease(KEY).orElseThrow()) {
            storage.lease(KEY).orElseThrow().close();
            assertThat(lease.path().resolve("decoder.safetensors")).hasContent("weights");
        }
    }

    @Test
    void aFolderIsLeasedWhereItsFilesAreIntact() throws IOException, DamagedFile {
        put(open(), KEY, "weights");
        Storage storage = open();

        try (Lease lease = storage.lease(KEY, storage.files(KEY))) {
            assertThat(lease.path().resolve("decoder.safetensors")).hasContent("weights");
        }
    }

    @Test
    void aChangedFileIsNoticedAndNamed() throws IOException {
        damagedIsNoticed("Weights");
    }

    @Test
    void aCutFileIsNoticedAndNamed() throws IOException {
        damagedIsNoticed("weight");
    }

    @Test
    void aMissingFileIsNoticedAndNamed() throws IOException {
        damagedIsNoticed(null);
    }

    private void damagedIsNoticed(String content) throws IOException {
        Storage storage = open();
        put(storage, KEY, "weights");
        List<StoredFile> files = storage.files(KEY);
        damage(KEY, "decoder.safetensors", content);

        assertThatThrownBy(() -> open().lease(KEY, files))
                .isInstanceOfSatisfying(
                        DamagedFile.class, damaged -> assertThat(damaged.file()).isEqualTo("decoder.safetensors"));
    }

    @Test
    void aMissingFolderIsNoticed() throws IOException {
        Storage storage = open();
        List<StoredFile> files = List.of(new StoredFile("model.json", 1, digest("x")));

        assertThatThrownBy(() -> storage.lease(KEY, files)).isInstanceOf(DamagedFile.class);
    }

    @Test
    void aNoteOfAFolderCanBeReplacedAndIsNoDamage() throws IOException, DamagedFile {
        Storage storage = open();
        put(storage, KEY, "weights");
        List<StoredFile> files = storage.files(KEY);

        assertThat(storage.note(KEY, "quality.json", bytes("good"))).isTrue();
        assertThat(storage.note(KEY, "quality.json", bytes("better"))).isTrue();

        assertThat(open().read(KEY.child("quality.json"))).hasValue(bytes("better"));
        open().lease(KEY, files).close();
    }

    @Test
    void aNoteBringsNoFolderBack() throws IOException {
        Storage storage = open();

        assertThat(storage.note(KEY, "quality.json", bytes("good"))).isFalse();

        assertThat(storage.lease(KEY)).isEmpty();
        assertThat(storage.list(StorageKey.ROOT)).isEmpty();
    }

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        StorageKey losses = StorageKey.of("job", "losses.csv");
        Path file = Files.writeString(home.resolve("file"), "step,loss\n1,0.5\n");
        Storage storage = open();

        storage.write(losses, bytes("step,loss\n"));
        storage.write(losses, file);
        Files.writeString(file, "");

        assertThat(open().read(losses)).hasValue(bytes("step,loss\n1,0.5\n"));
        assertThat(open().read(StorageKey.of("job", "none.csv"))).isEmpty();
        assertThat(open().read(StorageKey.of("job"))).isEmpty();
    }

    @Test
    void whoReadsAFileWhileItIsReplacedReadsOneOfBoth() throws IOException {
        StorageKey key = StorageKey.of("job", "losses.csv");
        Storage storage = open();
        storage.write(key, bytes("old"));
        try (InputStream in = storage.open(key).orElseThrow()) {
            storage.write(key, bytes("brand new"));
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isIn("old", "brand new");
        } catch (StorageUnavailable e) {
            Assumptions.abort("the S3 server of the tests now and then refuses to replace what is being read: " + e);
        }
    }

    @Test
    void whatIsRightBelowAKeyIsListedInOrder() throws IOException {
        Storage storage = open();
        put(storage, StorageKey.of("b", "1"), "weights");
        storage.write(StorageKey.of("b", "registry.json"), bytes("{}"));
        storage.write(StorageKey.of("a", "previews", "10.png"), bytes("png"));

        assertThat(storage.list(StorageKey.ROOT)).containsExactly("a", "b");
        assertThat(storage.list(StorageKey.of("b"))).containsExactly("1", "registry.json");
        assertThat(storage.list(StorageKey.of("none"))).isEmpty();
    }

    @Test
    void whatIsBelowADeletedKeyIsDeletedAndNothingElse() throws IOException {
        Storage storage = open();
        storage.write(StorageKey.of("job", "previews", "10.png"), bytes("png"));
        storage.write(StorageKey.of("job", "losses.csv"), bytes("losses"));
        storage.write(StorageKey.of("job-2", "losses.csv"), bytes("losses"));

        storage.delete(StorageKey.of("job"));
        storage.delete(StorageKey.of("job"));

        assertThat(storage.read(StorageKey.of("job", "previews", "10.png"))).isEmpty();
        assertThat(storage.list(StorageKey.ROOT)).containsExactly("job-2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void whateverAKilledWriterLeavesIsWhole(int commits) throws IOException, InterruptedException {
        Process writer = start(writer());
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < commits; i++) {
                assertThat(said.readLine()).isNotNull();
            }
            writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        Storage storage = open();
        assertThat(storage.list(StorageKey.of("f"))).hasSizeGreaterThanOrEqualTo(commits);
        for (String name : storage.list(StorageKey.of("f"))) {
            assertThat(storage.files(StorageKey.of("f", name)).stream().mapToInt(file -> (int) file.bytes()))
                    .containsExactly(BYTES, "model of ".length() + BYTES, "version of ".length() + BYTES);
            storage.lease(StorageKey.of("f", name)).orElseThrow().close();
        }
        assertThat(storage.read(StorageKey.of("losses.csv")).orElseThrow()).hasSize(BYTES);
    }

    private static Process start(List<String> program) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(program);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Writes until nobody listens, and says a line for each folder. */
    protected static void write(Storage storage) throws IOException {
        String content = "x".repeat(BYTES);
        for (int i = 0; !System.out.checkError(); i++) {
            storage.write(StorageKey.of("losses.csv"), bytes(content));
            put(storage, StorageKey.of("f", String.valueOf(i)), content);
            System.out.println(i);
        }
    }

    protected static boolean put(Storage storage, StorageKey key, String content) throws IOException {
        try (StagedFolder staged = complete(storage, content)) {
            return staged.commit(key);
        }
    }

    private static StagedFolder complete(Storage storage, String content) throws IOException {
        StagedFolder staged = fill(storage.stage(), content);
        staged.files();
        staged.add("version.json", bytes("version of " + content));
        return staged;
    }

    private static StagedFolder fill(StagedFolder staged, String content) throws IOException {
        Files.writeString(staged.path().resolve("decoder.safetensors"), content);
        Files.writeString(staged.path().resolve("model.json"), "model of " + content);
        return staged;
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
