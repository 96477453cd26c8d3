package dev.latent.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColoredDigitsTests {
    private static final int SIDE = 28;
    private static final int AREA = 32 * 32;

    @TempDir
    Path folder;

    @BeforeEach
    void color() throws IOException {
        DatasetLayout layout = new DatasetLayout(
                "grey", SampleShape.of(1, SIDE, SIDE), List.of("0", "1"), ValueType.UINT8, "for this test");
        try (DatasetWriter writer = DatasetWriter.create(folder.resolve("grey"), layout)) {
            for (Split split : Split.values()) {
                writer.add(split, dotInTheMiddle(), new int[] {0});
                writer.add(split, dotInTheMiddle(), new int[] {1});
            }
            writer.finish();
        }
        ColoredDigits.write(folder.resolve("grey"), folder.resolve("coloured"));
    }

    @Test
    void thePicturesAreOfThreeChannelsWithTheLabelsOfTheDigits() throws IOException {
        try (Dataset colored = Dataset.open(folder.resolve("coloured"))) {
            assertThat(colored.description().shape()).isEqualTo(SampleShape.of(3, 32, 32));
            SampleSource train = colored.split(Split.TRAIN);
            assertThat(List.of(train.label(0), train.label(1))).containsExactly(0, 1);
        }
    }

    @Test
    void theInkIsBrighterThanTheGroundInEveryChannel() throws IOException {
        float[] pixels = first();

        for (int channel = 0; channel < 3; channel++) {
            float corner = pixels[channel * AREA];
            float middle = pixels[channel * AREA + 16 * 32 + 16];
            assertThat(middle).isGreaterThan(corner + 0.1f);
        }
    }

    @Test
    void theColoursAreTheSameEveryTime() throws IOException {
        ColoredDigits.write(folder.resolve("grey"), folder.resolve("again"));

        try (Dataset again = Dataset.open(folder.resolve("again"))) {
            assertThat(again.split(Split.TRAIN).range(0, 1).values()).isEqualTo(first());
        }
    }

    private float[] first() throws IOException {
        try (Dataset colored = Dataset.open(folder.resolve("coloured"))) {
            return colored.split(Split.TRAIN).range(0, 1).values();
        }
    }

    private static byte[] dotInTheMiddle() {
        byte[] pixels = new byte[SIDE * SIDE];
        pixels[14 * SIDE + 14] = (byte) 255;
        return pixels;
    }
}
