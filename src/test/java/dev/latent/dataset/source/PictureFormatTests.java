package dev.latent.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.image.PixelTransform;
import dev.latent.image.Resampling;
import dev.latent.sample.SampleShape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class PictureFormatTests {
    @TempDir
    Path home;

    @Test
    void foldersAreClasses() throws IOException {
        DatasetDescription dataset = zipped(Zips.ofClasses(60, "dog", "cat")).description();

        assertThat(dataset.classes()).containsExactly("cat", "dog");
        assertThat(dataset.shape()).isEqualTo(new SampleShape.Image(1, 8, 8));
        assertThat(dataset.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(120);
        assertThat(dataset.classBalance().get(Split.TRAIN))
                .allSatisfy(count -> assertThat(count).isBetween(40, 58));
    }

    @Test
    void numberedClassesAreInTheOrderOfNumbers() throws IOException {
        assertThat(zipped(Zips.ofClasses(20, "10", "9", "2")).description().classes())
                .containsExactly("2", "9", "10");
    }

    @Test
    void picturesWithoutFoldersHaveNoLabels() throws IOException {
        Zips zip = new Zips();
        for (int i = 0; i < 20; i++) {
            zip.picture(i + ".png", i);
        }

        assertThat(zipped(zip).description().classes()).isNull();
    }

    @Test
    void aFolderAroundAllOfThemMeansNothing() throws IOException {
        assertThat(zipped(Zips.ofClasses(20, "pets/dog", "pets/cat"))
                        .description()
                        .classes())
                .containsExactly("cat", "dog");
    }

    @Test
    void foldersNamedAfterSplitsAreSplits() throws IOException {
        Zips zip = Zips.ofClasses(6, "train/a", "train/b", "test/a", "test/b");

        DatasetDescription dataset = zipped(zip).description();

        assertThat(dataset.classes()).containsExactly("a", "b");
        assertThat(dataset.counts())
                .containsEntry(Split.TRAIN, 10)
                .containsEntry(Split.VALIDATION, 2)
                .containsEntry(Split.TEST, 12);
    }

    @Test
    void aPictureIsInTheSameSplitWhateverElseIsThere() throws IOException {
        Dataset few = zipped(Zips.ofClasses(20, "a", "b"));
        Dataset many = new TestImport(home.resolve("many"))
                .file("p.zip", Zips.ofClasses(60, "a", "b").bytes())
                .prepared();

        SampleSource test = few.split(Split.TEST);
        for (int i = 0; i < test.count(); i++) {
            assertThat(contains(many.split(Split.TEST), test.range(i, 1).values()))
                    .isTrue();
        }
    }

    private static boolean contains(SampleSource source, float[] image) {
        for (int i = 0; i < source.count(); i++) {
            if (Arrays.equals(source.range(i, 1).values(), image)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void equalPicturesOfAClassCountOnce() throws IOException {
        Zips zip = Zips.ofClasses(20, "a", "b").picture("a/again.png", 0).picture("a/and-again.png", 0);

        assertThat(zipped(zip).description().counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(40);
    }

    @Test
    void whatSystemsLeaveInArchivesIsIgnored() throws IOException {
        Zips zip = Zips.ofClasses(20, "a", "b")
                .file("__MACOSX/a/._0.png", new byte[3])
                .file("a/.DS_Store", new byte[3])
                .file("a/Thumbs.db", new byte[3])
                .file("LICENSE.txt", new byte[3]);

        assertThat(zipped(zip).description().classes()).containsExactly("a", "b");
    }

    @Test
    void picturesOfAnySizeCanBeMadeOfOneSize() throws IOException {
        Zips zip = Zips.ofClasses(20, "a", "b").file("a/wide.png", Zips.picture(7, 1, 20, 40));

        Dataset dataset = imported(zip)
                .options(new ImportOptions(new PixelTransform(new Resampling(6, 5), null), null, null, null))
                .prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Image(1, 6, 5));
    }

    @Test
    void coloursCanBeMadeGrey() throws IOException {
        Zips zip = new Zips();
        for (int i = 0; i < 20; i++) {
            zip.file(i + ".png", Zips.picture(i, 3, 4, 4));
        }

        Dataset dataset = imported(zip)
                .options(new ImportOptions(new PixelTransform(null, 1), null, null, null))
                .prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Image(1, 4, 4));
    }

    @Test
    void mixedSizesAreRefused() {
        imported(Zips.ofClasses(3, "a", "b").file("a/wide.png", Zips.picture(7, 1, 8, 9)))
                .assertRefused("resize=");
    }

    @Test
    void oneCorruptPictureAmongThousandsIsNamed() {
        byte[] cut = Arrays.copyOf(Zips.picture(1, 1, 8, 8), 60);

        imported(Zips.ofClasses(1000, "a", "b").file("a/broken.png", cut))
                .assertRefused("a/broken.png: the picture is broken");
    }

    @Test
    void aTextThatIsCalledAPictureIsRefused() {
        imported(Zips.ofClasses(3, "a", "b").file("b/text.png", "hello".getBytes()))
                .assertRefused("b/text.png: this is neither PNG nor JPEG");
    }

    @Test
    void otherKindsOfPicturesAreRefused() {
        imported(Zips.ofClasses(3, "a", "b").file("a/x.gif", new byte[3]))
                .assertRefused("a/x.gif: only PNG and JPEG pictures are taken");
    }

    @Test
    void anEmptyClassIsRefused() {
        imported(Zips.ofClasses(20, "a", "b").folder("c")).assertRefused("c: this class folder has no picture");
    }

    @ParameterizedTest
    @CsvSource({
        "c, a, b",
        "pets/c, pets/a, pets/b",
        "c, a, a",
        "pets/c, pets/a, pets/a",
        "test/b, train/a, test/a",
    })
    void aClassFolderOfOtherFilesIsRefused(String lost, String one, String other) {
        imported(Zips.ofClasses(20, one, other).file(lost + "/x/readme.txt", new byte[1]))
                .assertRefused(lost + ": this class folder has no picture");
    }

    @Test
    void aSplitOfOtherFilesIsRefused() {
        imported(Zips.ofClasses(20, "train/a", "train/b").file("test/readme.txt", new byte[1]))
                .assertRefused("test: this folder of a split has no picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {"__MACOSX/a/x", "readme.txt", "pets/readme.txt", "pets/dog/readme.txt", "docs/readme.txt"})
    void otherFilesElsewhereChangeNothing(String path) throws IOException {
        Zips zip = Zips.ofClasses(20, "pets/dog", "pets/cat").file(path, new byte[1]);

        assertThat(zipped(zip).description().classes()).containsExactly("cat", "dog");
    }

    @Test
    void namesThatStartWithADotAndASlashAreNotHidden() throws IOException {
        Zips zip = Zips.ofClasses(20, "./a", "b");

        assertThat(zipped(zip).description().counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(40);
    }

    @Test
    void aJpegThatIsCutOffIsNamed() throws IOException {
        byte[] whole = jpeg();

        imported(Zips.ofClasses(3, "a", "b").file("a/cut.jpg", Arrays.copyOf(whole, whole.length * 6 / 10)))
                .assertRefused("a/cut.jpg: the picture is broken");
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(new ByteArrayInputStream(Zips.picture(1, 1, 64, 64))), "jpeg", out);
        return out.toByteArray();
    }

    @Test
    void aClassThatIsOnlyTestedIsRefused() {
        imported(Zips.ofClasses(6, "train/a", "train/b", "test/c")).assertRefused("label c is not among");
    }

    @Test
    void aClassWithoutTrainingPictureIsRefused() {
        Zips zip = Zips.ofClasses(20, "a", "b");
        int seed = 1000;
        while (ContentHash.of(pixels(seed)).split() == Split.TRAIN) {
            seed++;
        }

        imported(zip.picture("rare/1.png", seed)).assertRefused("no sample of class 'rare' is in the training split");
    }

    private static byte[] pixels(int seed) {
        byte[] pixels = new byte[64];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }

    @Test
    void picturesAtDifferentDepthsAreRefused() {
        imported(Zips.ofClasses(3, "a", "b").picture("lonely.png", 99)).assertRefused("all equally deep");
    }

    @Test
    void anImageBombIsRefused() {
        imported(Zips.ofClasses(3, "a", "b").file("a/bomb.png", Zips.picture(1, 1, 300, 300)))
                .limits(limits(100_000, 10_000))
                .assertRefused("a/bomb.png: the picture is 300×300 pixels; at most 10000");
    }

    @Test
    void aPicturesFileMayNotBeTooLong() {
        imported(Zips.ofClasses(3, "a", "b").file("a/long.png", Zips.picture(1, 1, 90, 90)))
                .limits(limits(1_000, 10_000))
                .assertTooLarge("a/long.png: a picture's file may have at most 1000 bytes");
    }

    @Test
    void aDatasetMayNotTakeMoreDiskThanItMay() {
        imported(Zips.ofClasses(100, "a", "b"))
                .limits(new ImportLimits(DataSize.ofKilobytes(2), 1000, DataSize.ofMegabytes(1), 10_000, 1000, 10))
                .assertTooLarge("more than");
    }

    private static ImportLimits limits(int bytes, int pixels) {
        return new ImportLimits(DataSize.ofMegabytes(1), 1000, DataSize.ofBytes(bytes), pixels, 1000, 10);
    }

    private Dataset zipped(Zips zip) throws IOException {
        return imported(zip).prepared();
    }

    private TestImport imported(Zips zip) {
        return new TestImport(home).file("pictures.zip", zip.bytes());
    }
}
