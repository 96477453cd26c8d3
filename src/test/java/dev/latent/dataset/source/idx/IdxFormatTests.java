package dev.latent.dataset.source.idx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.IdxBytes;
import dev.latent.dataset.source.TestImport;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFormatTests {
    private static final String TRAIN = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    @TempDir
    Path home;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @Test
    void filesNamedLikeMnistBecomeItsSplits() throws IOException {
        givenSixImages();
        given(TEST, IdxBytes.images(2, 3, 4));
        given(TEST_LABELS, IdxBytes.labels(9, 5));

        Dataset dataset = prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Image(1, 3, 4));
        assertThat(dataset.description().counts())
                .containsEntry(Split.TRAIN, 5)
                .containsEntry(Split.VALIDATION, 1)
                .containsEntry(Split.TEST, 2);
        assertThat(dataset.split(Split.TEST).label(0)).isEqualTo(1);
    }

    @Test
    void theLabelsThatOccurAreTheClasses() throws IOException {
        givenSixImages();

        assertThat(prepared().description().classes()).containsExactly("5", "9");
    }

    @Test
    void gzippedFilesGiveTheSameDataset() throws IOException {
        givenSixImages();
        String plain = prepared().description().digest();
        Map<String, byte[]> packed = new LinkedHashMap<>();
        files.forEach((name, content) -> packed.put(name + ".gz", gzipped(content)));
        files.clear();
        files.putAll(packed);

        assertThat(prepared("gzipped").description().digest()).isEqualTo(plain);
    }

    @Test
    void aFileThatIsThereTwiceCountsOnce() throws IOException {
        givenSixImages();
        given(TRAIN + ".gz", gzipped(IdxBytes.images(6, 3, 4)));

        assertThat(prepared().description().count(Split.TRAIN)).isEqualTo(5);
    }

    @Test
    void filesThatNameNoSplitAreSplitByTheirContent() throws IOException {
        given("images.idx", IdxBytes.images(200, 3, 4));

        Map<Split, Integer> counts = prepared().description().counts();

        assertThat(counts.get(Split.TRAIN)).isBetween(140, 180);
        assertThat(counts.get(Split.VALIDATION)).isBetween(5, 40);
        assertThat(counts.get(Split.TEST)).isBetween(5, 40);
    }

    @Test
    void fourDimensionsHaveChannels() throws IOException {
        given("train.idx4", IdxBytes.of(new int[] {2, 3, 4, 5}, new byte[120]));

        assertThat(prepared().description().shape()).isEqualTo(new SampleShape.Image(3, 4, 5));
    }

    @Test
    void imagesNeedNoLabels() throws IOException {
        given(TRAIN, IdxBytes.images(6, 3, 4));

        assertThat(prepared().description().classes()).isNull();
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        given(TRAIN, Arrays.copyOf(IdxBytes.images(6, 3, 4), 50));

        assertRefused(TRAIN + ": the header announces [6, 3, 4], which is 88 bytes, but the file has 50");
    }

    @Test
    void aTruncatedHeaderIsRefused() {
        given(TRAIN, new byte[] {0, 0, 8, 3, 0, 0});

        assertRefused(TRAIN + ": the file ends within its header");
    }

    @Test
    void trailingBytesAreRefused() throws IOException {
        given(TRAIN, Arrays.copyOf(IdxBytes.images(6, 3, 4), 89));

        assertRefused("88 bytes, but the file has 89");
    }

    @Test
    void aTruncatedGzipFileIsRefused() throws IOException {
        byte[] whole = gzipped(IdxBytes.images(6, 3, 4));
        given(TRAIN + ".gz", Arrays.copyOf(whole, whole.length - 20));

        assertRefused(TRAIN + ".gz: ");
    }

    @Test
    void aGzipFileThatHoldsLessThanItSaysIsRefused() throws IOException {
        given(TRAIN + ".gz", gzipped(Arrays.copyOf(IdxBytes.images(6, 3, 4), 40)));

        assertRefused("announces 6 entries, the file ends after 2");
    }

    @Test
    void aGzipFileThatHoldsMoreThanItSaysIsRefused() throws IOException {
        given(TRAIN + ".gz", gzipped(Arrays.copyOf(IdxBytes.images(6, 3, 4), 100)));

        assertRefused("goes on after the 6 entries");
    }

    @Test
    void aBrokenGzipFileIsRefused() throws IOException {
        byte[] broken = gzipped(IdxBytes.images(600, 3, 4));
        Arrays.fill(broken, 40, broken.length - 10, (byte) 0xAA);
        given(TRAIN + ".gz", broken);

        assertRefused(TRAIN + ".gz: the gzip data is broken");
    }

    @Test
    void anotherMagicNumberIsRefused() {
        given(TRAIN, "PK\3\4 is a zip file".getBytes());

        assertRefused("this is no IDX file: it starts with 504b0304");
    }

    @Test
    void floatsAreRefused() {
        given(TRAIN, new byte[] {0, 0, 0x0D, 1, 0, 0, 0, 1, 0, 0, 0, 0});

        assertRefused("only unsigned bytes");
    }

    @Test
    void dimensionsThatOverflowAreRefused() throws IOException {
        given(TRAIN, IdxBytes.of(new int[] {1, 65536, 65536}, new byte[0]));

        assertRefused("the header says that the dimensions are [1, 65536, 65536]");
    }

    @Test
    void dimensionsBeyondAnIntAreShownAsTheyAre() throws IOException {
        given(TRAIN, IdxBytes.of(new int[] {-1, 3, 4}, new byte[0]));

        assertRefused("[4294967295, 3, 4]; each is at least 1");
    }

    @Test
    void moreLabelsThanImagesAreRefused() throws IOException {
        given(TRAIN, IdxBytes.images(6, 3, 4));
        given(TRAIN_LABELS, IdxBytes.labels(5, 9, 5, 9, 5, 9, 5));

        assertRefused(TRAIN_LABELS + ": 7 labels for 6 images");
    }

    @Test
    void aTestLabelThatWasNeverTrainedIsRefused() throws IOException {
        givenSixImages();
        given(TEST, IdxBytes.images(2, 3, 4));
        given(TEST_LABELS, IdxBytes.labels(5, 7));

        assertRefused(TEST_LABELS + ": label 7 is not among the training labels");
    }

    @Test
    void testImagesOfAnotherSizeAreRefused() throws IOException {
        givenSixImages();
        given(TEST, IdxBytes.images(2, 4, 3));
        given(TEST_LABELS, IdxBytes.labels(5, 5));

        assertRefused(TEST + ": its images have another size");
    }

    @Test
    void imagesWithoutTheirLabelsAreRefused() throws IOException {
        givenSixImages();
        given(TEST, IdxBytes.images(2, 3, 4));

        assertRefused(TEST + ": its labels are missing");
    }

    @Test
    void labelsAloneAreRefused() throws IOException {
        given(TRAIN_LABELS, IdxBytes.labels(1, 2));

        assertRefused(TRAIN_LABELS + ": these are labels, but their images are missing");
    }

    private void givenSixImages() throws IOException {
        given(TRAIN, IdxBytes.images(6, 3, 4));
        given(TRAIN_LABELS, IdxBytes.labels(5, 9, 5, 9, 5, 9));
    }

    private void given(String name, byte[] content) {
        files.put(name, content);
    }

    private static byte[] gzipped(byte[] content) {
        try {
            return IdxBytes.gzipped(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Dataset prepared() throws IOException {
        return prepared("first");
    }

    private Dataset prepared(String name) throws IOException {
        return imported(name).prepared();
    }

    private TestImport imported(String name) {
        TestImport imported = new TestImport(home.resolve(name));
        files.forEach(imported::file);
        return imported;
    }

    private void assertRefused(String message) {
        imported("refused").assertRefused(message);
    }
}
