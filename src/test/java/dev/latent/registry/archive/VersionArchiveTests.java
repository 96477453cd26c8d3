package dev.latent.registry.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.problem.Problem;
import dev.latent.registry.Artifact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionArchiveTests {
    private static final long MOST = 1_000_000;

    @TempDir
    Path source;

    @TempDir
    Path target;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        read(export());

        assertThat(target.resolve("model.json")).hasContent("{}");
        assertThat(target.resolve("decoder.safetensors")).hasContent("weights");
        assertThat(target.resolve("threshold.json")).hasContent("0.5");
    }

    @Test
    void theSameVersionGivesTheSameBytes() throws IOException {
        assertThat(export()).isEqualTo(export());
    }

    @Test
    void anEntryThatClimbsOutIsRefused() {
        refused(() -> read(zip("../evil")), "'../evil'");
    }

    @Test
    void anEntryInAFolderIsRefused() {
        refused(() -> read(zip("folder/model.json")), "'folder/model.json'");
    }

    @Test
    void anEntryThatComesTwiceIsRefused() throws IOException {
        byte[] zip = zip("a.bin", "b.bin");
        byte[] twice = new String(zip, StandardCharsets.ISO_8859_1)
                .replace("b.bin", "a.bin")
                .getBytes(StandardCharsets.ISO_8859_1);
        refused(() -> read(twice), "'a.bin'");
    }

    @Test
    void tooManyEntriesAreRefused() {
        String[] names = new String[65];
        Arrays.setAll(names, i -> "file" + i);
        refused(() -> read(zip(names)), "at most 64 files");
    }

    @Test
    void aZipBombIsStoppedAtTheLimit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(new byte[10_000_000]);
        }
        refused(() -> read(bytes.toByteArray()), "413");
        assertThat(Files.size(target.resolve("model.json"))).isLessThanOrEqualTo(MOST);
    }

    @Test
    void aCutArchiveIsRefused() throws IOException {
        byte[] whole = export();
        refused(() -> read(Arrays.copyOf(whole, whole.length - 30)), "400");
    }

    @Test
    void changedContentIsRefused() throws IOException {
        byte[] changed = new String(export(), StandardCharsets.ISO_8859_1)
                .replace("weights", "Weights")
                .getBytes(StandardCharsets.ISO_8859_1);
        refused(() -> read(changed), "'decoder.safetensors' does not match its checksum");
    }

    @Test
    void whatIsNoZipIsRefused() {
        refused(() -> read("no zip".getBytes(StandardCharsets.UTF_8)), "400");
    }

    private void refused(ThrowingCallable reading, String words) {
        assertThatThrownBy(reading).isInstanceOf(Problem.class).hasMessageContaining(words);
    }

    private void read(byte[] zip) throws IOException {
        new ReceivedArchive(Files.write(source.resolve("upload.zip"), zip), MOST).unpack(target);
    }

    private byte[] export() throws IOException {
        Files.writeString(source.resolve("model.json"), "{}");
        Files.writeString(source.resolve("decoder.safetensors"), "weights");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Artifact> artifacts = List.of(
                new Artifact("decoder.safetensors", 7, "of no matter"), new Artifact("model.json", 2, "of no matter"));
        new VersionArchive(
                        source,
                        artifacts,
                        new TreeMap<>(Map.of("threshold.json", "0.5".getBytes(StandardCharsets.UTF_8))))
                .write(out);
        return out.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of(names)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
