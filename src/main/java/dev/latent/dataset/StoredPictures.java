package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import dev.latent.sample.SampleShape;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A run of pictures of any sizes in the files of a prepared folder.
 *
 * @param values pixels, a channel after the other
 * @param sizes see {@link WrittenSizes}
 */
record StoredPictures(int channels, ValueType type, MappedBytes values, MappedRecords sizes, Extent extent)
        implements PictureSource {
    private static final int HEIGHT = Long.BYTES;
    private static final int WIDTH = HEIGHT + Integer.BYTES;

    @Override
    public int count() {
        return extent.count();
    }

    @Override
    public SampleShape.Image shape(int index) {
        int stored = stored(index);
        ByteBuffer mapping = sizes.mapping(stored);
        int at = sizes.offset(stored);
        return new SampleShape.Image(channels, mapping.getInt(at + HEIGHT), mapping.getInt(at + WIDTH));
    }

    @Override
    public void copy(int index, Window window, float[] target, int offset) {
        SampleShape.Image picture = shape(index);
        window.requireWithin(picture);
        int stored = stored(index);
        long begin = sizes.mapping(stored).getLong(sizes.offset(stored));
        ByteBuffer mapping = values.mapping(begin);
        int first = values.offset(begin);
        int to = offset;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = window.top(); y < window.top() + window.height(); y++, to += window.width()) {
                int place = (channel * picture.height() + y) * picture.width() + window.left();
                copyRow(mapping, first + place * type.width(), window.width(), target, to);
            }
        }
    }

    private void copyRow(ByteBuffer mapping, int from, int count, float[] target, int to) {
        for (int x = 0; x < count; x++) {
            target[to + x] = type == ValueType.UINT8
                    ? SampleValues.Bytes.pixel(mapping.get(from + x))
                    : mapping.getFloat(from + x * Float.BYTES);
        }
    }

    private int stored(int index) {
        return extent.from() + Objects.checkIndex(index, extent.count());
    }
}
