package dev.latent.dataset.builtin;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.LocalOrigin;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Three digits of {@code mnist}, one in each channel: 1000 classes (Metz 2016). There only where {@code mnist} is. */
record StackedMnist(Path parent) implements LocalOrigin {
    private static final String MNIST = "mnist";
    private static final long SEED = 0x737461636BL;
    private static final int CHANNELS = 3;
    private static final String SOURCE = "three digits of mnist, one in each channel";

    @Override
    public String name() {
        return "stacked-mnist";
    }

    @Override
    public Path folder() {
        return parent.resolve("stacked-mnist-v1");
    }

    @Override
    public boolean available(Datasets others) {
        return others.find(MNIST)
                .filter(mnist -> mnist.classCount() == 10
                        && mnist.shape() instanceof SampleShape.Image image
                        && image.channels() == 1)
                .isPresent();
    }

    @Override
    public Optional<DatasetDescription> announced(Datasets others) {
        return others.find(MNIST)
                .map(mnist -> DatasetDescription.ofImages(
                        name(), layout(mnist).shape(), layout(mnist).classes(), mnist.counts(), digest(mnist), SOURCE));
    }

    private static String digest(DatasetDescription mnist) {
        return DigestUtils.sha256Hex("stacked-mnist 1 of " + mnist.digest());
    }

    @Override
    public void prepare(Path target, Datasets others) throws IOException {
        Dataset mnist = others.open(MNIST);
        try (DatasetWriter writer = DatasetWriter.create(target, layout(mnist.description()))) {
            for (Split split : Split.values()) {
                stack(mnist.split(split), split, writer);
            }
            writer.finish(digest(mnist.description()));
        }
    }

    private DatasetLayout layout(DatasetDescription mnist) {
        SampleShape.Image digit = (SampleShape.Image) mnist.shape();
        return new DatasetLayout(
                name(),
                new SampleShape.Image(CHANNELS, digit.height(), digit.width()),
                IntStream.range(0, 1000).mapToObj("%03d"::formatted).toList(),
                ValueType.UINT8,
                SOURCE);
    }

    private static void stack(SampleSource digits, Split split, DatasetWriter writer) throws IOException {
        int[] labels = new int[1];
        ByteBuffer pixels = ByteBuffer.allocate(CHANNELS * digits.shape().size());
        for (int i = 0; i < digits.count(); i++) {
            Randomness random = new Randomness(SEED + split.ordinal(), i);
            int[] chosen = {random.below(digits.count()), random.below(digits.count()), random.below(digits.count())};
            digits.copyBytes(chosen, pixels.clear());
            labels[0] = digits.label(chosen[0]) * 100 + digits.label(chosen[1]) * 10 + digits.label(chosen[2]);
            writer.add(split, pixels.array(), labels);
        }
    }
}
