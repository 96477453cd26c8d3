package dev.latent.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import org.junit.jupiter.api.Test;

class ScatterPlotTests {
    private static final SampleShape POINT = new SampleShape.Vector(2);

    @Test
    void yPointsUp() {
        Picture plot = new ScatterPlot(100).draw(new Samples(POINT, new float[] {0, 0, 10, 10}, null));

        assertThat(red(plot, 94, 6)).isLessThan(255);
        assertThat(red(plot, 6, 94)).isLessThan(255);
        assertThat(red(plot, 6, 6)).isEqualTo(255);
    }

    @Test
    void classesHaveColours() {
        Picture plot = new ScatterPlot(100).draw(new Samples(POINT, new float[] {0, 0, 10, 10}, new int[] {0, 3}));

        assertThat(red(plot, 6, 94)).isGreaterThan(red(plot, 94, 6));
    }

    @Test
    void onePointIsDrawnInTheMiddle() {
        Picture plot = new ScatterPlot(100).draw(new Samples(POINT, new float[] {7, 7}, null));

        assertThat(red(plot, 50, 50)).isLessThan(255);
    }

    private static int red(Picture plot, int y, int x) {
        return plot.pixels()[(y * plot.width() + x) * 3] & 0xFF;
    }
}
