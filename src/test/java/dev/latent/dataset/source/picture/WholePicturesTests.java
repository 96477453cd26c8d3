package dev.latent.dataset.source.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.PictureSource;
import dev.latent.dataset.PictureSource.Window;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.dataset.source.TestImport;
import dev.latent.dataset.source.Zips;
import dev.latent.dataset.source.reading.ImportReport;
import dev.latent.image.Picture;
import dev.latent.image.Png;
import dev.latent.sample.PictureSizes;
import dev.latent.sample.SampleShape;
import dev.latent.sample.SampleShape.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Pictures of several sizes, which are kept whole. */
class WholePicturesTests {
    @TempDir
    Path home;

    @Test
    void theDescriptionTellsBetweenWhichSizesTheyAre() throws IOException {
        Dataset dataset = imported(photographs(40)).prepared();

        assertThat(dataset.description().sizes()).isEqualTo(new PictureSizes(90, 100, 80, 119));
        assertThat(dataset.description().shape()).isEqualTo(new Image(1, 90, 80));
    }

    @Test
    void eachIsReadInItsOwnSize() throws IOException {
        Dataset dataset = imported(photographs(40)).prepared();
        Map<Integer, float[]> byWidth = new TreeMap<>();
        for (Split split : Split.values()) {
            PictureSource pictures = dataset.split(split).pictures();
            for (int i = 0; i < pictures.count(); i++) {
                float[] pixels = new float[pictures.shape(i).size()];
                pictures.copy(i, Window.of(pictures.shape(i)), pixels, 0);
                byWidth.put(pictures.shape(i).width(), pixels);
            }
        }

        assertThat(byWidth).hasSize(40);
        byWidth.forEach((width, pixels) -> assertThat(pixels).isEqualTo(pixels(width)));
    }

    @Test
    void aWindowShowsAPartOfAPictureInColour() throws IOException {
        Zips zip = new Zips();
        for (int i = 0; i < 30; i++) {
            zip.file(i + ".png", Zips.picture(i, 3, 4 + i % 2, 6));
        }
        PictureSource pictures = imported(zip).prepared().split(Split.TRAIN).pictures();
        Image shape = pictures.shape(0);
        float[] whole = new float[shape.size()];
        pictures.copy(0, Window.of(shape), whole, 0);
        float[] part = new float[3 * 2 * 3];

        pictures.copy(0, new Window(1, 2, 2, 3), part, 0);

        int blue = 2 * shape.height() * shape.width();
        assertThat(part[2 * 6]).isEqualTo(whole[blue + shape.width() + 2]);
        assertThat(part[17]).isEqualTo(whole[blue + 2 * shape.width() + 4]);
    }

    @Test
    void samplesAreTheirMiddlesMirroredWhereThesePicturesAreSmaller() throws IOException {
        Zips zip = photographs(30).file("small.png", Png.encode(new Picture(1, 1, 3, new byte[] {0, 51, (byte) 255})));
        SampleSource train = imported(zip).prepared().training(TrainOn.TRAIN_AND_VALIDATION);
        SampleShape shape = train.shape();
        float[] small = null;
        for (int i = 0; i < train.count(); i++) {
            if (train.pictures().shape(i).width() == 3) {
                small = train.range(i, 1).values();
            }
        }

        assertThat(shape).isEqualTo(new Image(1, 64, 64));
        assertThat(small).hasSize(64 * 64);
        assertThat(Arrays.copyOfRange(small, 28, 35)).containsExactly(1f, 0.2f, 0f, 0.2f, 1f, 0.2f, 0f);
    }

    @Test
    void classesAndSplitsAreThoseOfOtherPictures() throws IOException {
        Zips zip = new Zips();
        for (int i = 0; i < 24; i++) {
            String folder = (i < 16 ? "train/" : "test/") + (i % 2 == 0 ? "cat/" : "dog/");
            zip.file(folder + i + ".png", Zips.picture(i, 1, 70 + i, i % 2 == 0 ? 70 : 71));
        }

        Dataset dataset = imported(zip).prepared();

        assertThat(dataset.description().count(Split.TEST)).isEqualTo(8);
        assertThat(dataset.description().classBalance().get(Split.TEST)).containsExactly(4, 4);
        SampleSource test = dataset.split(Split.TEST);
        for (int i = 0; i < test.count(); i++) {
            assertThat(test.label(i)).isEqualTo(test.pictures().shape(i).width() - 70);
        }
    }

    @Test
    void theSamePicturesHaveTheSameDigestWhateverTheyAreCalled() throws IOException {
        String digest = imported(photographs(40)).prepared().description().digest();
        TestImport again = new TestImport(home.resolve("again"))
                .file("other.zip", photographs(40).bytes());

        assertThat(again.prepared().description().digest()).isEqualTo(digest);
        assertThat(new TestImport(home.resolve("more"))
                        .file("a.zip", photographs(39).bytes())
                        .prepared()
                        .description()
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void theSamePixelsInAnotherSizeAreAnotherPicture() throws IOException {
        Zips zip = photographs(30)
                .file("high.png", Png.encode(new Picture(1, 4, 2, new byte[8])))
                .file("wide.png", Png.encode(new Picture(1, 2, 4, new byte[8])))
                .file("wide again.png", Png.encode(new Picture(1, 2, 4, new byte[8])));

        ImportReport report = imported(zip).report();

        assertThat(report.taken()).isEqualTo(32);
        assertThat(report.duplicates()).isEqualTo(1);
    }

    @Test
    void theNotesSayWhatTheyAreGoodForAndHowToGetOneSize() throws IOException {
        Zips zip = Zips.ofClasses(30, "a", "b").file("a/wide.png", Zips.picture(99, 1, 8, 9));

        List<String> notes = imported(zip).report().notes();

        assertThat(notes)
                .singleElement()
                .asString()
                .contains(
                        "8 pixels high and 8 to 9 wide", "60 of 61 are 8×8, a/wide.png is not",
                        "windows of pictures", "resize=WIDTHxHEIGHT and fit=");
    }

    @Test
    void picturesOfOneSizeThatAreTooLargeForASampleAreKeptWholeToo() throws IOException {
        Zips zip = new Zips();
        for (int i = 0; i < 30; i++) {
            zip.file(i + ".png", Zips.picture(i, 1, 300, 400));
        }
        ImportLimits usual = ImportLimits.usual();
        ImportLimits small =
                new ImportLimits(DataSize.ofGigabytes(1), 100, usual.pictureSize(), usual.picturePixels(), 100_000, 10);

        Dataset dataset = imported(zip).limits(small).prepared();

        assertThat(dataset.description().sizes()).isEqualTo(new PictureSizes(300, 300, 400, 400));
        assertThat(dataset.description().shape()).isEqualTo(new Image(1, 256, 256));
        assertThat(dataset.split(Split.TRAIN).pictures().shape(0)).isEqualTo(new Image(1, 300, 400));
    }

    @Test
    void greyAmongColoursIsStillToBeDecided() {
        imported(photographs(3).file("colour.png", Zips.picture(5, 3, 90, 90)))
                .assertRefused("channels=1 or channels=3");
    }

    private TestImport imported(Zips zip) {
        return new TestImport(home).file("pictures.zip", zip.bytes());
    }

    /** Each of another width, and of two heights. */
    private static Zips photographs(int count) {
        Zips zip = new Zips();
        for (int width = 80; width < 80 + count; width++) {
            zip.file(width + ".png", Zips.picture(width, 1, height(width), width));
        }
        return zip;
    }

    private static int height(int width) {
        return width % 2 == 0 ? 90 : 100;
    }

    private static float[] pixels(int width) {
        byte[] bytes = new byte[height(width) * width];
        new Random(width).nextBytes(bytes);
        float[] pixels = new float[bytes.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (bytes[i] & 0xFF) / 255f;
        }
        return pixels;
    }
}
