package dev.latent.dataset;

import dev.latent.sample.PictureSizes;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The sizes of pictures that are being written one after the other. */
final class WrittenSizes {
    /** Of a picture in the file: where it begins (int64), its height and its width (int32), little-endian. */
    static final int RECORD_BYTES = Long.BYTES + 2 * Integer.BYTES;

    private static final int TOGETHER = 1 << 12;

    private int[] sides = new int[128];
    private int count;
    private @Nullable PictureSizes range;

    void add(SampleShape.Image picture) {
        if (2 * count == sides.length) {
            sides = Arrays.copyOf(sides, 4 * count);
        }
        sides[2 * count] = picture.height();
        sides[2 * count + 1] = picture.width();
        count++;
        range = range == null ? PictureSizes.of(picture) : range.with(PictureSizes.of(picture));
    }

    /** Null without pictures. */
    @Nullable
    PictureSizes range() {
        return range;
    }

    /** @return a digest of what was written; @param pixelBytes of all channels */
    String writeTo(Path file, int pixelBytes) throws IOException {
        try (DigestedFile out = new DigestedFile(file)) {
            long begin = 0;
            for (int from = 0; from < count; from += TOGETHER) {
                int some = Math.min(TOGETHER, count - from);
                ByteBuffer records = ByteBuffer.allocate(some * RECORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = from; i < from + some; i++) {
                    records.putLong(begin).putInt(sides[2 * i]).putInt(sides[2 * i + 1]);
                    begin += (long) sides[2 * i] * sides[2 * i + 1] * pixelBytes;
                }
                out.write(records.array());
            }
            out.finish();
            return out.digest();
        }
    }
}
