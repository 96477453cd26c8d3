package dev.latent.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Override
    protected List<String> writer() {
        return List.of(Writer.class.getName(), home.resolve("store").toString());
    }

    /** Writes until it is killed. */
    static final class Writer {
        public static void main(String[] arguments) throws IOException {
            write(new DiskStorage(Path.of(arguments[0])));
        }
    }
}
