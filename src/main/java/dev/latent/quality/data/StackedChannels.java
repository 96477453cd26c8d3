package dev.latent.quality.data;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.SampleSource;
import dev.latent.measure.LabelledSamples;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Images whose channels are pictures of their own, and whose class is the row of theirs, as in stacked MNIST: seen as
 * single channels with their classes.
 *
 * @param classes of a channel
 */
public record StackedChannels(int channels, int classes) {
    /** Present where the classes are all rows of one character for each channel, in order: {@code 000 … 999}. */
    public static Optional<StackedChannels> of(DatasetDescription dataset) {
        List<String> names = dataset.classes();
        if (names == null || !(dataset.shape() instanceof SampleShape.Image image) || image.channels() == 1) {
            return Optional.empty();
        }
        int each = (int) Math.round(Math.pow(names.size(), 1.0 / image.channels()));
        StackedChannels stacked = new StackedChannels(image.channels(), each);
        boolean rows = each > 1 && each <= 10 && names.equals(stacked.names());
        return rows ? Optional.of(stacked) : Optional.empty();
    }

    private List<String> names() {
        String format = "%" + channels + "s";
        return IntStream.range(0, (int) Math.pow(classes, channels))
                .mapToObj(label ->
                        format.formatted(Integer.toString(label, classes)).replace(' ', '0'))
                .toList();
    }

    public LabelledSamples apart(Part images) {
        return new LabelledSamples() {
            @Override
            public int count() {
                return Math.multiplyExact(images.count(), channels);
            }

            @Override
            public Samples select(int[] indices) {
                return channelsOf(images.source(), indices);
            }
        };
    }

    private Samples channelsOf(SampleSource images, int[] indices) {
        Samples whole =
                images.select(Arrays.stream(indices).map(i -> i / channels).toArray());
        int area = whole.shape().size() / channels;
        float[] values = new float[indices.length * area];
        int[] labels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            int channel = indices[i] % channels;
            System.arraycopy(whole.values(), (i * channels + channel) * area, values, i * area, area);
            labels[i] = labelOf(images.label(indices[i] / channels), channel);
        }
        return new Samples(channel(images.shape()), values, labels);
    }

    private int labelOf(int label, int channel) {
        return label / (int) Math.pow(classes, channels - 1 - channel) % classes;
    }

    public static SampleShape channel(SampleShape images) {
        SampleShape.Image image = (SampleShape.Image) images;
        return new SampleShape.Image(1, image.height(), image.width());
    }
}
