package dev.latent.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written as a file is read again as it was. */
class PictureFileTests {
    private static final PictureReader READER = new PictureReader(10_000);
    private static final double INCH = 0.0254;

    @ParameterizedTest
    @CsvSource({
        "PNG, 8, 1",
        "PNG, 8, 3",
        "PNG, 16, 1",
        "PNG, 16, 3",
        "TIFF, 8, 1",
        "TIFF, 8, 3",
        "TIFF, 16, 1",
        "TIFF, 16, 3",
        "TIFF, 32, 1",
        "TIFF, 32, 3"
    })
    void nothingIsLost(PictureKind kind, int bits, int channels) throws IOException {
        Picture picture = picture(channels, 5, 7, bits);

        DecodedPicture read = READER.read(PictureFile.encode(kind, List.of(picture), PictureTags.NONE));

        assertThat(read.picture().shape()).isEqualTo(picture.shape());
        assertThat(read.picture().bits()).isEqualTo(bits);
        assertThat(read.picture().pixels()).isEqualTo(picture.pixels());
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void aJpegLosesHardlyAnything(int channels) throws IOException {
        Picture smooth = new Picture(channels, 16, 16, new byte[channels * 256]);
        Arrays.fill(smooth.pixels(), (byte) 77);

        Picture read = READER.read(PictureFile.encode(PictureKind.JPEG, List.of(smooth), PictureTags.NONE))
                .picture();

        assertThat(read.value(100)).isCloseTo(77, within(2.0));
    }

    @Test
    void aTiffHasAsManyPagesAsThereArePictures() throws IOException {
        List<Picture> pages = List.of(picture(1, 3, 4, 16), picture(1, 4, 3, 16), picture(1, 2, 2, 8));

        List<DecodedPicture> read = READER.readAll(PictureFile.encode(PictureKind.TIFF, pages, PictureTags.NONE));

        assertThat(read)
                .extracting(page -> page.picture().shape())
                .containsExactly(
                        pages.get(0).shape(), pages.get(1).shape(), pages.get(2).shape());
        assertThat(read.get(1).picture().pixels()).isEqualTo(pages.get(1).pixels());
    }

    @Test
    void pagesTogetherHaveNoMorePixelsThanIsTaken() {
        byte[] stack = PictureFile.encode(
                PictureKind.TIFF, List.of(picture(1, 60, 100, 8), picture(1, 60, 100, 8)), PictureTags.NONE);

        assertThatThrownBy(() -> READER.readAll(stack))
                .isInstanceOf(UnreadablePicture.class)
                .hasMessageContaining("at most 4000 pixels");
    }

    @Test
    void pagesThatFollowEachOtherInACircleAreReadOnce() throws IOException {
        byte[] circle = PictureFile.encode(PictureKind.TIFF, List.of(picture(1, 2, 2, 8)), PictureTags.NONE);
        ByteBuffer bytes = ByteBuffer.wrap(circle);
        int directory = bytes.getInt(4);
        int next = directory + 2 + 12 * bytes.getShort(directory);
        bytes.putInt(next, directory);

        assertThat(READER.readAll(circle)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "TIFF"})
    void profileAndResolutionAreKept(PictureKind kind) throws IOException {
        byte[] profile = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_GRAY))
                .getProfile()
                .getData();
        PictureTags tags = new PictureTags(profile, new PictureTags.Resolution(300 / INCH, 150 / INCH));

        PictureTags read = READER.read(PictureFile.encode(kind, List.of(picture(1, 8, 8, 8)), tags))
                .tags();

        assertThat(read.colourProfile()).isEqualTo(profile);
        assertThat(read.resolution().across() * INCH).isCloseTo(300, within(0.1));
        assertThat(read.resolution().down() * INCH).isCloseTo(150, within(0.1));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "TIFF"})
    void aProfileOfColoursIsNoneOfGrey(PictureKind kind) throws IOException {
        byte[] profile = ((ICC_ColorSpace) ColorSpace.getInstance(ColorSpace.CS_sRGB))
                .getProfile()
                .getData();

        PictureTags read = READER.read(
                        PictureFile.encode(kind, List.of(picture(1, 8, 8, 8)), new PictureTags(profile, null)))
                .tags();

        assertThat(read.colourProfile()).isNull();
    }

    @Test
    void aLongProfileIsSeveralSegmentsOfAJpeg() throws IOException {
        byte[] profile = new byte[200_000];
        profile[150_000] = 7;
        System.arraycopy("GRAY".getBytes(), 0, profile, 16, 4);

        PictureTags read = READER.read(PictureFile.encode(
                        PictureKind.JPEG, List.of(picture(1, 8, 8, 8)), new PictureTags(profile, null)))
                .tags();

        assertThat(read.colourProfile()).isEqualTo(profile);
    }

    @Test
    void theResolutionOfATurnedPictureIsTurned() throws IOException {
        byte[] png = PngFile.of(1, 1, 8, 0)
                .chunk("pHYs", 0, 0, 0, 200, 0, 0, 0, 100, 1)
                .chunk("eXIf", PngFile.exif(6))
                .row(9);

        assertThat(READER.read(png).tags().resolution()).isEqualTo(new PictureTags.Resolution(100, 200));
    }

    private static Picture picture(int channels, int height, int width, int bits) {
        PixelBytes pixels = new PixelBytes(bits, channels * height * width);
        for (int i = 0; i < channels * height * width; i++) {
            pixels.set(i, bits == 32 ? i / 7f - 1 : i * 37 % (1 << bits));
        }
        return new Picture(channels, height, width, bits, pixels.bytes());
    }
}
