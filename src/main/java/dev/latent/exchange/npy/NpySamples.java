package dev.latent.exchange.npy;

import dev.latent.exchange.body.BodyCheck;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.ValueRows;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Samples as a NumPy array {@code [n, c, h, w]} or {@code [n, d]}. */
public final class NpySamples {
    private static final int ALIGNMENT = 64;
    private static final int PREFIX_BYTES = 10;

    private NpySamples() {}

    /** float32; float64 for a table whose numbers it would round. */
    public static byte[] write(SampleData data) {
        boolean doubles = data instanceof Table table && !table.singles();
        byte[] header = header(data, doubles ? "<f8" : "<f4");
        int numbers = data.count() * data.shape().size();
        int bytes = Math.multiplyExact(numbers, doubles ? Double.BYTES : Float.BYTES);
        ByteBuffer out =
                ByteBuffer.allocate(PREFIX_BYTES + header.length + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        out.putShort((short) header.length).put(header);
        for (int i = 0; i < numbers; i++) {
            if (doubles) {
                out.putDouble(((Table) data).number(i));
            } else {
                out.putFloat(data instanceof Table table ? (float) table.number(i) : ((Samples) data).values()[i]);
            }
        }
        return out.array();
    }

    private static byte[] header(SampleData data, String type) {
        String shape = IntStream.concat(
                        IntStream.of(data.count()), Arrays.stream(data.shape().dimensions()))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int padding = ALIGNMENT - (PREFIX_BYTES + header.length() + 1) % ALIGNMENT;
        return (header + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    public static Samples read(InputStream body, ExpectedSamples expected) throws IOException {
        try {
            NpyReader reader = new NpyReader(body, () -> {
                throw new UnreadableNpy(
                        "an array in Fortran order is too large to be sent; save" + " numpy.ascontiguousarray(array)");
            });
            SampleShape shape = sampleShape(reader.header());
            BodyCheck.requireShape(expected, shape, "#");
            requirePixelType(reader.header(), shape);
            ValueRows rows = new ValueRows(expected);
            rows.requireRoomFor(reader.header().count());
            for (int i = 0; i < reader.header().shape()[0]; i++) {
                readRow(reader, rows, shape);
            }
            reader.requireEnd();
            return BodyCheck.samples(expected, shape, rows, null);
        } catch (UnreadableNpy e) {
            throw Problem.badBody(e.getMessage());
        }
    }

    private static void readRow(NpyReader reader, ValueRows rows, SampleShape shape) throws IOException {
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
}
