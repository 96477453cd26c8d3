package dev.latent.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import org.junit.jupiter.api.Test;

class ImageGridTests {
    private static final SampleShape DOT = new SampleShape.Image(1, 1, 1);

    @Test
    void samplesStandRowByRow() {
        Picture picture = ImageGrid.ofColumns(2).draw(new Samples(DOT, new float[] {0.2f, 0.4f, 0.6f, 0.8f}, null));

        assertThat(picture.width()).isEqualTo(2);
        assertThat(picture.pixels()).containsExactly(51, 102, (byte) 153, (byte) 204);
    }

    @Test
    void aSquareGridIsAsHighAsWide() {
        Picture picture = ImageGrid.square(16).draw(new Samples(DOT, new float[16], null));

        assertThat(picture.width()).isEqualTo(4);
        assertThat(picture.height()).isEqualTo(4);
    }

    @Test
    void whatTheLastRowLacksIsBlack() {
        Picture picture = ImageGrid.square(3).draw(new Samples(DOT, new float[] {1, 1, 1}, null));

        assertThat(picture.pixels()).containsExactly((byte) 255, (byte) 255, (byte) 255, 0);
    }

    @Test
    void aGapDividesSamples() {
        Picture picture = ImageGrid.ofColumns(2).withGap(1).draw(new Samples(DOT, new float[] {0, 1}, null));

        assertThat(picture.pixels()).containsExactly(0, 96, (byte) 255);
    }

    @Test
    void aScaleEnlargesPixels() {
        Picture picture = ImageGrid.ofColumns(1).withScale(2).draw(new Samples(DOT, new float[] {1}, null));

        assertThat(picture.pixels()).containsExactly((byte) 255, (byte) 255, (byte) 255, (byte) 255);
    }

    @Test
    void channelsComeTogether() {
        Samples colour = new Samples(new SampleShape.Image(3, 1, 2), new float[] {1, 0, 0, 1, 0, 0}, null);

        assertThat(ImageGrid.ofColumns(1).draw(colour).pixels()).containsExactly((byte) 255, 0, 0, 0, (byte) 255, 0);
    }

    @Test
    void whatLiesOutsideTheRangeIsClipped() {
        Samples samples = new Samples(DOT, new float[] {-3, 7}, null);

        assertThat(ImageGrid.ofColumns(2).draw(samples).pixels()).containsExactly(0, (byte) 255);
    }

    @Test
    void vectorsMakeNoGrid() {
        Samples vectors = new Samples(new SampleShape.Vector(2), new float[2], null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageGrid.square(1).draw(vectors));
    }
}
