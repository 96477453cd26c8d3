package dev.latent.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskStorageTests extends StorageContract {
    @Override
    protected Storage open() throws IOException {
        return new DiskStorage(home.resolve("store"));
    }

    @Override
    protected void damage(StorageKey folder, String file, String content) throws IOException {
        Path path = home.resolve("store").resolve(folder.toString()).resolve(file);
        if (content == null) {
            Files.delete(path);
        } else {
            Files.writeString(path, content);
        }
    }

    @Test
    void aFolderDescribesItselfWhereItIsFoundByHand() throws IOException {
        put(open(), StorageKey.of("digits-vae", "3"), "weights");

        assertThat(home.resolve("store/digits-vae/3/decoder.safetensors")).hasContent("weights");
    }

    @Test
    void aFolderCopiedInByHandIsOneOfItsFolders() throws IOException {
        Path folder = Files.createDirectories(home.resolve("store/mine/4"));
        Files.writeString(folder.resolve("model.json"), "{}");

        assertThat(open().files(StorageKey.of("mine", "4")))
                .extracting(StoredFile::name)
                .containsExactly("model.json");
    }

    @Test
    void leasesTakeNoSpaceAndLeaveNothing() throws IOException {
        try (DiskStorage storage = new DiskStorage(home.resolve("store"))) {
            put(storage, StorageKey.of("digits-vae", "3"), "weights");
            try (Lease lease = storage.lease(StorageKey.of("digits-vae", "3")).orElseThrow()) {
                assertThat(Files.isSameFile(
                                lease.path().resolve("model.json"), home.resolve("store/digits-vae/3/model.json")))
                        .isTrue();
            }
            storage.lease(StorageKey.of("digits-vae", "3"));
        }
        assertThat(home.resolve("store/.aside")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void whateverAKilledWriterLeavesIsWhole(int commits) throws IOException, InterruptedException {
        Process writer = writer();
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
                    .containsExactly(
                            Writer.BYTES, "model of ".length() + Writer.BYTES, "version of ".length() + Writer.BYTES);
        }
        assertThat(storage.read(StorageKey.of("losses.csv")).orElseThrow()).hasSize(Writer.BYTES);
    }

    private Process writer() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        home.resolve("store").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Writes until it is killed, and says a line for each folder. */
    static final class Writer {
        static final int BYTES = 200_000;

        public static void main(String[] arguments) throws IOException {
            Storage storage = new DiskStorage(Path.of(arguments[0]));
            String content = "x".repeat(BYTES);
            for (int i = 0; ; i++) {
                storage.write(StorageKey.of("losses.csv"), bytes(content));
                put(storage, StorageKey.of("f", String.valueOf(i)), content);
                System.out.println(i);
            }
        }
    }
}
