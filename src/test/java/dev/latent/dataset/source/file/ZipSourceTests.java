package dev.latent.dataset.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.source.Zips;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ZipSourceTests {
    @TempDir
    Path folder;

    @Test
    void filesAreReadWithoutUnpackingThem() throws IOException {
        try (ZipSource zip = open(new Zips().file("a/x.csv", "hello".getBytes()).bytes())) {
            assertThat(zip.files()).extracting(SourceFile::path).containsExactly("a/x.csv");
            try (InputStream in = zip.files().get(0).open()) {
                assertThat(in).asString(StandardCharsets.UTF_8).isEqualTo("hello");
            }
        }
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("test.zip"));
    }

    @Test
    void partsOfANameThatLeadNowhereAreLeftOut() throws IOException {
        try (ZipSource zip = open(new Zips()
                .file("./a/x.csv", new byte[1])
                .file("b/.//y.csv", new byte[1])
                .bytes())) {
            assertThat(zip.files()).extracting(SourceFile::path).containsExactly("a/x.csv", "b/y.csv");
        }
    }

    @Test
    void twoNamesOfOneFileAreRefused() {
        assertRefused(
                new Zips()
                        .file("a.png", new byte[1])
                        .file("./a.png", new byte[1])
                        .bytes(),
                "./a.png: it is in the archive twice");
    }

    @Test
    void aFolderOfHiddenFilesOnlyIsEmpty() throws IOException {
        try (ZipSource zip = open(
                new Zips().file("c/.DS_Store", new byte[1]).folder("__MACOSX").bytes())) {
            assertThat(zip.emptyFolders()).containsExactly("c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.png", "a/../../evil.png", "/etc/evil.png", "C:/evil.png", "a/.."})
    void aPathThatClimbsOutIsRefused(String path) {
        assertRefused(new Zips().file(path, new byte[1]).bytes(), path + ": its path leads out of the archive");
    }

    @Test
    void backslashesDivideNamesToo() throws IOException {
        byte[] zip = new Zips().file("cat-1.png", new byte[1]).bytes();

        try (ZipSource source = open(Zips.replaced(zip, "cat-".getBytes(), "cat\\".getBytes()))) {
            assertThat(source.files()).extracting(SourceFile::path).containsExactly("cat/1.png");
        }
    }

    @Test
    void aPathThatClimbsOutByBackslashesIsRefused() {
        byte[] zip = Zips.replaced(
                new Zips().file("aa..aevil.png", new byte[1]).bytes(), "aa..a".getBytes(), "a\\..\\".getBytes());

        assertRefused(zip, "leads out of the archive");
    }

    @Test
    void aLinkIsRefused() {
        assertRefused(new Zips().link("a/link.png", "/etc/passwd").bytes(), "a/link.png: it is a link");
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() {
        byte[] zip = new Zips()
                .file("same.png", new byte[1])
                .file("sama.png", new byte[1])
                .bytes();

        assertRefused(Zips.replaced(zip, "sama".getBytes(), "same".getBytes()), "same.png: it is in the archive twice");
    }

    @Test
    void anArchiveThatIsNoneIsRefused() {
        assertRefused("hello world, this is no zip at all".getBytes(), "no zip file");
    }

    @Test
    void anArchiveThatIsCutOffIsRefused() {
        byte[] whole = Zips.ofClasses(10, "a").bytes();

        assertRefused(Arrays.copyOf(whole, whole.length / 2), "no zip file");
    }

    @Test
    void aBrokenDirectoryIsRefused() {
        byte[] zip = Zips.ofClasses(10, "a").bytes();
        Arrays.fill(zip, zip.length - 200, zip.length - 50, (byte) 0x55);

        assertRefused(zip, "test.zip");
    }

    @Test
    void aDirectoryOfMillionsIsRefusedBeforeItIsRead() {
        ByteBuffer zip = ByteBuffer.allocate(46 * 800_000 + 22).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 800_000; i++) {
            zip.putInt(46 * i, 0x02014b50);
        }
        zip.putInt(46 * 800_000, 0x06054b50).putInt(46 * 800_000 + 12, 46 * 800_000);

        assertRefused(zip.array(), "the archive holds more than 250000 files");
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        Path file =
                Files.write(folder.resolve("test.zip"), Zips.ofClasses(10, "a").bytes());
        ImportLimits five = new ImportLimits(DataSize.ofMegabytes(1), 5, DataSize.ofMegabytes(1), 100, 100, 10);

        assertThatThrownBy(() -> ZipSource.open(file, "test.zip", "", five))
                .isInstanceOf(DatasetRefused.class)
                .hasMessageContaining("more than 5 files");
    }

    @Test
    void aZipBombIsStopped() throws IOException {
        try (ZipSource zip =
                open(new Zips().file("bomb.csv", new byte[20 << 20]).bytes())) {
            assertThatThrownBy(() -> readAll(zip.files().get(0)))
                    .isInstanceOfSatisfying(
                            DatasetRefused.class,
                            refused -> assertThat(refused.isTooLarge()).isTrue())
                    .hasMessageContaining("bomb.csv: unpacked it is over 250 times as long");
        }
    }

    @Test
    void brokenPackingNamesTheFile() throws IOException {
        byte[] bytes = new Zips().file("a.csv", Zips.picture(1, 3, 40, 40)).bytes();
        Arrays.fill(bytes, 200, 400, (byte) 0x77);
        try (ZipSource zip = open(bytes)) {
            assertThatThrownBy(() -> readAll(zip.files().get(0)))
                    .isInstanceOf(DatasetRefused.class)
                    .hasMessageContaining("test.zip/a.csv: it can't be unpacked");
        }
    }

    private static void readAll(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private ZipSource open(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("test.zip"), zip);
        return ZipSource.open(file, "test.zip", "", ImportLimits.usual());
    }

    private void assertRefused(byte[] zip, String message) {
        assertThatThrownBy(() -> open(zip).close())
                .isInstanceOf(DatasetRefused.class)
                .hasMessageContaining(message);
    }
}
