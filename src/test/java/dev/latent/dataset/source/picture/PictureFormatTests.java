package dev.latent.dataset.source.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.dataset.source.TestImport;
import dev.latent.dataset.source.Zips;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.dataset.source.reading.ContentHash;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.image.Background;
import dev.latent.image.Fit;
import dev.latent.image.Picture;
import dev.latent.image.PixelTransform;
import dev.latent.image.Png;
import dev.latent.image.PngFile;
import dev.latent.image.Resampling;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import dev.latent.sample.ValueRange;
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
                .options(ImportOptions.ofPixels(new PixelTransform(new Resampling(6, 5), null)))
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
                .options(ImportOptions.ofPixels(new PixelTransform(null, 1)))
                .prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Image(1, 4, 4));
    }

    @Test
    void picturesOfSeveralSizesGetOneWhereItIsAskedFor() throws IOException {
        Dataset dataset = imported(Zips.ofClasses(30, "a", "b").file("a/wide.png", Zips.picture(7, 1, 8, 9)))
                .options(ImportOptions.ofPixels(new PixelTransform(new Resampling(4, 4), null)))
                .prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Image(1, 4, 4));
        assertThat(dataset.description().sizes()).isNull();
    }

    @Test
    void oneCorruptPictureAmongThousandsIsNamed() {
        byte[] cut = Arrays.copyOf(Zips.picture(1, 1, 8, 8), 60);

        imported(Zips.ofClasses(1000, "a", "b").file("a/broken.png", cut))
                .assertRefused("a/broken.png: the picture is broken");
    }

    @Test
    void everyBrokenPictureIsNamed() {
        Zips zip = Zips.ofClasses(20, "a", "b")
                .file("a/empty.png", new byte[0])
                .file("b/text.png", "hello".getBytes())
                .file("b/cut.png", Arrays.copyOf(Zips.picture(1, 1, 8, 8), 60));

        assertThatThrownBy(imported(zip)::prepared)
                .isInstanceOfSatisfying(
                        DatasetRefused.class,
                        refused -> assertThat(refused.reasons())
                                .hasSize(3)
                                .anyMatch(reason -> reason.startsWith("a/empty.png: this is no picture"))
                                .anyMatch(reason -> reason.startsWith("b/text.png: this is no picture"))
                                .anyMatch(reason -> reason.startsWith("b/cut.png: the picture is broken")))
                .hasMessageEndingWith("; and 2 more that can't be taken");
    }

    @Test
    void afterTwentyBrokenPicturesItIsEnough() {
        Zips zip = new Zips();
        for (int i = 0; i < 100; i++) {
            zip.file(i + ".png", new byte[9]);
        }

        assertThatThrownBy(imported(zip)::prepared)
                .isInstanceOfSatisfying(
                        DatasetRefused.class,
                        refused -> assertThat(refused.reasons()).hasSize(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.jfif", "x.jpe", "x.JPG", "x.jif", "x", "x.dat"})
    void aJpegIsTakenWhateverItIsCalled(String name) throws IOException {
        assertThat(imported(Zips.ofClasses(20, "a", "b").file("a/" + name, jpeg(8)))
                        .report()
                        .taken())
                .isEqualTo(41);
    }

    @Test
    void otherKindsOfPicturesAreTaken() throws IOException {
        Zips zip = Zips.ofClasses(20, "a", "b")
                .file("a/x.pgm", ("P2 8 8 255\n" + "7 ".repeat(64)).getBytes())
                .file("a/x.gif", written("gif"))
                .file("b/x.bmp", written("bmp"))
                .file("b/x.tif", written("tiff"));

        assertThat(imported(zip).report().taken()).isEqualTo(44);
    }

    private static byte[] written(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(new ByteArrayInputStream(Zips.picture(format.hashCode(), 1, 8, 8))), format, out);
        return out.toByteArray();
    }

    /** A camera's own kind starts with a small picture to show, as a TIFF. */
    @Test
    void aRawPictureIsNotTakenForTheOneThatItShows() throws IOException {
        assertThat(imported(Zips.ofClasses(20, "a", "b").file("a/x.dng", written("tiff")))
                        .report()
                        .taken())
                .isEqualTo(40);
    }

    @Test
    void sixteenBitsAreKept() throws IOException {
        Dataset dataset = imported(deep(0xFFFF)).prepared();

        float[] values =
                dataset.training(TrainOn.TRAIN_AND_VALIDATION).range(0, 1).values();
        assertThat(values[0]).isEqualTo(0xFFFF / 65535f);
        assertThat(values[1]).isEqualTo(0xFFFE / 65535f);
        assertThat(dataset.description().pictures().levels()).isEqualTo(PixelLevels.SIXTEEN_BITS);
    }

    @Test
    void twelveBitsInSixteenFillTheRange() throws IOException {
        Dataset dataset = imported(deep(4095)).prepared();

        float[] values =
                dataset.training(TrainOn.TRAIN_AND_VALIDATION).range(0, 1).values();
        assertThat(values[0]).isEqualTo(1);
        assertThat(values[1]).isEqualTo(4094 / 4095f);
        assertThat(dataset.description().pictures().levels().high()).isEqualTo(4095);
    }

    @Test
    void whatSixteenBitsRangeOverIsTold() throws IOException {
        assertThat(imported(deep(4095)).report().notes())
                .containsExactly("40 of 40 pictures: of 16 bits, which are kept; 0,4095, as no value is greater,"
                        + " became 0 to 1 (valueRange)");
    }

    @Test
    void whatSixteenBitsRangeOverCanBeSaid() throws IOException {
        Dataset dataset = imported(deep(4095)).options(range(0, 8190)).prepared();

        assertThat(dataset.training(TrainOn.TRAIN).range(0, 1).values()[0]).isEqualTo(0.5f);
    }

    @Test
    void aValueOutsideOfWhatWasSaidIsRefused() {
        imported(deep(4095)).options(range(0, 1023)).assertRefused("a pixel is 4095, outside of valueRange=0,1023");
    }

    private static ImportOptions range(int low, int high) {
        return new ImportOptions(new PixelTransform(null, null), null, null, new ValueRange(low, high));
    }

    /** Pictures of 16 bits that start with the greatest value and the one below it. */
    private static Zips deep(int greatest) {
        Zips zip = new Zips();
        for (int i = 0; i < 40; i++) {
            zip.file(
                    i + ".png",
                    PngFile.of(3, 1, 16, 0)
                            .row(greatest >> 8, greatest & 0xFF, greatest - 1 >> 8, greatest - 1 & 0xFF, 0, i));
        }
        return zip;
    }

    @Test
    void picturesOfEightAndOfSixteenBitsGoTogether() throws IOException {
        Zips zip = deep(0xFFFF).file("white.png", Png.encode(new Picture(1, 1, 3, new byte[] {-1, -1, -1})));

        Dataset dataset = imported(zip).prepared();

        assertThat(contains(dataset.training(TrainOn.TRAIN_AND_VALIDATION), new float[] {1, 1, 1})
                        || contains(dataset.split(Split.TEST), new float[] {1, 1, 1}))
                .isTrue();
    }

    @Test
    void blackInkOnNothingLiesOnWhite() throws IOException {
        Dataset dataset = imported(ink()).prepared();

        assertThat(dataset.split(Split.TRAIN).range(0, 1).values()).containsExactly(0, 1, 1, 1);
        assertThat(dataset.description().pictures().background()).isEqualTo("#ffffff");
    }

    @Test
    void whatWasTransparentIsTold() throws IOException {
        assertThat(imported(ink()).report().notes())
                .containsExactly("13 of 13 pictures: transparent, laid on #ffffff (background)");
    }

    @Test
    void theBackgroundCanBeChosen() throws IOException {
        PixelTransform onGrey = new PixelTransform(null, null, Background.of("#808080"));

        Dataset dataset =
                imported(ink()).options(ImportOptions.ofPixels(onGrey)).prepared();

        assertThat(dataset.split(Split.TRAIN).range(0, 1).values()[1]).isEqualTo(128 / 255f);
    }

    /** A black pixel beside three transparent ones. */
    private static Zips ink() {
        Zips zip = new Zips();
        for (int i = 0; i < 12; i++) {
            zip.file("train/" + i + ".png", PngFile.of(4, 1, 8, 4).row(0, 255, i, 0, 0, 0, 0, 0));
        }
        return zip.file("test/x.png", PngFile.of(4, 1, 8, 4).row(0, 255, 9, 255, 0, 0, 0, 0));
    }

    @Test
    void whatResizeCutsIsTold() throws IOException {
        assertThat(imported(wide()).options(resized(Fit.COVER)).report().notes())
                .containsExactly("20 of 20 pictures: cut by resize (fit=cover); fit=contain and fit=stretch keep all of"
                        + " a picture");
    }

    @Test
    void aContainedPictureKeepsItsEnds() throws IOException {
        TestImport imported = imported(wide()).options(resized(Fit.CONTAIN));

        assertThat(imported.report().notes())
                .containsExactly("20 of 20 pictures: padded by resize with #ffffff (background)");
    }

    @Test
    void aStretchedPictureNeedsNoWord() throws IOException {
        assertThat(imported(wide()).options(resized(Fit.STRETCH)).report().notes())
                .isEmpty();
    }

    private static ImportOptions resized(Fit fit) {
        return ImportOptions.ofPixels(new PixelTransform(new Resampling(8, 8, fit), null));
    }

    private static Zips wide() {
        Zips zip = new Zips();
        for (int i = 0; i < 20; i++) {
            zip.file(i + ".png", Zips.picture(i, 1, 8, 32));
        }
        return zip;
    }

    @Test
    void twoDomainsAreNoFourClasses() {
        assertThatThrownBy(imported(domains())::prepared)
                .isInstanceOfSatisfying(
                        DatasetRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("domain"))
                .hasMessageContaining("once with domain=a under one name, and once with domain=b under another");
    }

    @Test
    void oneOfTwoDomainsIsADatasetWithoutClasses() throws IOException {
        DatasetDescription b =
                imported(domains()).options(domain("b")).prepared().description();

        assertThat(b.classes()).isNull();
        assertThat(b.counts())
                .containsEntry(Split.TRAIN, 5)
                .containsEntry(Split.VALIDATION, 1)
                .containsEntry(Split.TEST, 3);
    }

    @Test
    void theOtherDomainIsLeftOut() throws IOException {
        assertThat(imported(domains()).options(domain("a")).report().leftOut())
                .containsExactly(
                        new LeftOut("h2z/testB/", "it is not of domain a, 3 files", 3),
                        new LeftOut("h2z/trainB/", "it is not of domain a, 6 files", 6));
    }

    private static ImportOptions domain(String letter) {
        return new ImportOptions(new PixelTransform(null, null), null, null, null, letter);
    }

    private static Zips domains() {
        Zips zip = new Zips();
        for (int i = 0; i < 6; i++) {
            zip.picture("h2z/trainA/" + i + ".png", i).picture("h2z/trainB/" + i + ".png", i + 10);
        }
        for (int i = 0; i < 3; i++) {
            zip.picture("h2z/testA/" + i + ".png", i + 20).picture("h2z/testB/" + i + ".png", i + 30);
        }
        return zip;
    }

    @Test
    void anAccentThatAMacWroteApartIsTheSame() throws IOException {
        Zips zip = Zips.ofClasses(20, "caf\u00e9", "bar").picture("cafe\u0301/mac.png", 99);

        assertThat(zipped(zip).description().classes()).containsExactly("bar", "caf\u00e9");
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
        byte[] whole = jpeg(64);

        imported(Zips.ofClasses(3, "a", "b").file("a/cut.jpg", Arrays.copyOf(whole, whole.length * 6 / 10)))
                .assertRefused("a/cut.jpg: the picture is broken");
    }

    private static byte[] jpeg(int side) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(new ByteArrayInputStream(Zips.picture(1, 1, side, side))), "jpeg", out);
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
