package dev.latent.quality.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.quality.card.QualityCard;
import dev.latent.quality.labelling.Labeller;
import dev.latent.quality.labelling.StackedLabeller;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class StackedChannelsTests {
    private static final SampleShape.Image COLOUR = new SampleShape.Image(3, 8, 8);

    @TempDir
    Path folder;

    @Test
    void aThousandRowsOfThreeDigitsAreThreeChannelsOfTen() throws IOException {
        List<String> names =
                IntStream.range(0, 1000).mapToObj("%03d"::formatted).toList();

        assertThat(StackedChannels.of(described(names))).contains(new StackedChannels(3, 10));
    }

    @Test
    void colouredImagesOfOtherClassesAreNot() throws IOException {
        assertThat(StackedChannels.of(described(List.of("cat", "dog")))).isEmpty();
        assertThat(StackedChannels.of(described(List.of("a", "b", "c", "d", "e", "f", "g", "h"))))
                .isEmpty();
    }

    @Test
    void eachChannelIsASampleWithItsOwnLabel() throws IOException {
        List<String> names =
                IntStream.range(0, 1000).mapToObj("%03d"::formatted).toList();
        Part images = Part.of(dataset(names), Split.TRAIN);

        Samples channels = new StackedChannels(3, 10).apart(images).select(new int[] {3, 4, 5});

        assertThat(channels.labels()).containsExactly(0, 0, 1);
        assertThat(channels.sample(1)).containsOnly(0.2f);
    }

    @Test
    void theClassIsTheRowOfTheChannelsClasses(NDManager manager) {
        NDArray image = manager.create(new float[] {4, 0, 7}).reshape(1, 3, 1, 1);

        StackedLabeller labeller = new StackedLabeller(new ByValue(), 3);

        assertThat(labeller.classify(image)).containsExactly(407);
        assertThat(labeller.classes()).isEqualTo(1000);
        assertThat(labeller.features(image).getShape()).isEqualTo(new Shape(1, 3));
    }

    private DatasetDescription described(List<String> names) throws IOException {
        try (Dataset dataset = dataset(names)) {
            return dataset.description();
        }
    }

    /** Two images of labels 0 and 1, the channels' pixels 0, 51 and 102. */
    private Dataset dataset(List<String> names) throws IOException {
        Path path = folder.resolve("stacked" + names.size());
        DatasetLayout layout = new DatasetLayout("stacked", COLOUR, names, ValueType.UINT8, "test");
        byte[] pixels = new byte[2 * COLOUR.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (51 * (i / 64 % 3));
        }
        try (DatasetWriter writer = DatasetWriter.create(path, layout)) {
            writer.add(Split.TRAIN, pixels, new int[] {0, 1});
            writer.finish();
        }
        return Dataset.open(path);
    }

    /** Takes an image's one value for its class. */
    private record ByValue() implements Labeller {
        @Override
        public int[] classify(NDArray x) {
            float[] values = x.toFloatArray();
            return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
        }

        @Override
        public NDArray features(NDArray x) {
            return x.reshape(x.getShape().get(0), 1);
        }

        @Override
        public int classes() {
            return 10;
        }

        @Override
        public QualityCard.ClassifierNote note() {
            return new QualityCard.ClassifierNote("test", 1, 1, "by value");
        }
    }
}
