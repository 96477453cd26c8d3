package dev.latent.exchange.npy;

import dev.latent.exchange.body.BodyCheck;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleReader;
import dev.latent.exchange.body.ValueRows;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads samples from a NumPy array {@code [n, c, h, w]} or {@code [n, d]}. */
public final class NpySamplesReader implements SampleReader {
    private final InputStream body;
    private final NpyReader reader;
    private final SampleShape shape;
    private final ValueRows rows;
    private int left;

    private NpySamplesReader(InputStream body, ExpectedSamples expected) throws IOException {
        this.body = body;
        reader = new NpyReader(body, () -> {
            throw tooLarge();
        });
        if (reader.header().fortran()
                && reader.header().count() * reader.header().type().width() > FortranEntries.MOST_BYTES) {
            throw tooLarge();
        }
        shape = sampleShape(reader.header());
        BodyCheck.requireShape(expected, shape, "#");
        requirePixelType(reader.header(), shape);
        rows = new ValueRows(expected);
        left = reader.header().shape()[0];
    }

    /** It would have to be read several times. */
    private static UnreadableNpy tooLarge() {
        return new UnreadableNpy("an array in Fortran order has at most " + FortranEntries.MOST_BYTES
                + " bytes here, as its rows are spread over all of it; save numpy.ascontiguousarray(array)");
    }

    /** @param body which is closed with this */
    public static NpySamplesReader open(InputStream body, ExpectedSamples expected) throws IOException {
        try {
            return new NpySamplesReader(body, expected);
        } catch (UnreadableNpy e) {
            throw Problem.badBody(e.getMessage());
        }
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public long count() {
        return reader.header().shape()[0];
    }

    @Override
    public @Nullable Samples next(int most) throws IOException {
        try {
            for (; left > 0 && rows.newRows() < most; left--) {
                readRow();
            }
            if (left == 0) {
                reader.requireEnd();
            }
            return BodyCheck.part(shape, rows, null);
        } catch (UnreadableNpy e) {
            throw Problem.badBody(e.getMessage());
        }
    }

    private void readRow() throws IOException {
        double scale = shape.isImage() && reader.header().type().bytes() ? 255 : 1;
        for (double value : reader.next(rows.offsets())) {
            rows.addDifference(value / scale);
        }
        rows.endRow();
    }

    private static SampleShape sampleShape(NpyHeader header) {
        int[] shape = header.shape();
        try {
            return SampleShape.of(Arrays.copyOfRange(shape, Math.min(1, shape.length), shape.length));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "#", "an array [n, c, h, w] or [n, d] is needed, not one of shape " + Arrays.toString(shape));
        }
    }

    private static void requirePixelType(NpyHeader header, SampleShape shape) {
        if (shape.isImage()
                && header.type().integer()
                && !header.type().bytes()
                && !header.type().booleans()) {
            throw Problem.invalid(
                    "#",
                    "pixels are floats in [0, 1] or uint8, not " + header.type().code());
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
