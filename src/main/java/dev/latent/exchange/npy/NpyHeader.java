package dev.latent.exchange.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The header of a NumPy file (NEP 1), versions 1 to 3.
 *
 * @param fortran whether the first dimension changes fastest, not the last
 * @param shape the product of its dimensions fits a long
 */
public record NpyHeader(NpyType type, boolean fortran, int[] shape) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int PREFIX_BYTES = 10;
    private static final int MAX_LENGTH = 1 << 16;
    private static final int MAX_DIMENSIONS = 32;
    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\s,L]*)\\)");

    /**
     * The header of values in C order.
     *
     * @param type NumPy's name of it
     * @param count the first dimension
     */
    public static byte[] write(String type, long count, int... dimensions) {
        String shape = LongStream.concat(
                        LongStream.of(count), Arrays.stream(dimensions).asLongStream())
                .mapToObj(Long::toString)
                .collect(Collectors.joining(", "));
        String comma = dimensions.length == 0 ? "," : "";
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + comma + "), }";
        int padding = ALIGNMENT - (PREFIX_BYTES + text.length() + 1) % ALIGNMENT;
        byte[] header = (text + " ".repeat(padding % ALIGNMENT) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out = ByteBuffer.allocate(PREFIX_BYTES + header.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length);
        return out.put(header).array();
    }

    /** Reads up to the first value. @throws UnreadableNpy if it is no such header */
    public static NpyHeader read(InputStream in) throws IOException {
        if (!Arrays.equals(exactly(in, MAGIC.length), MAGIC)) {
            throw new UnreadableNpy("this is no NPY file");
        }
        int major = exactly(in, 2)[0];
        if (major < 1 || major > 3) {
            throw new UnreadableNpy("NPY version " + major + " is not known; 1, 2 and 3 are");
        }
        byte[] size = exactly(in, major == 1 ? 2 : 4);
        long length = 0;
        for (int i = size.length - 1; i >= 0; i--) {
            length = length << 8 | size[i] & 0xFF;
        }
        if (length > MAX_LENGTH) {
            throw new UnreadableNpy(
                    "the header says that it is " + length + " bytes long; at most " + MAX_LENGTH + " are taken");
        }
        return parse(new String(exactly(in, (int) length), StandardCharsets.UTF_8));
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new UnreadableNpy("the file ends within its header");
        }
        return bytes;
    }

    private static NpyHeader parse(String header) throws UnreadableNpy {
        NpyType type = NpyType.of(field(DESCRIPTION, header, "descr of one number type (no records)"));
        boolean fortran = field(FORTRAN, header, "fortran_order").equals("True");
        return new NpyHeader(type, fortran, shape(field(SHAPE, header, "shape")));
    }

    private static String field(Pattern pattern, String header, String name) throws UnreadableNpy {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new UnreadableNpy("the header has no " + name);
        }
        return matcher.group(1);
    }

    private static int[] shape(String text) throws UnreadableNpy {
        String[] parts = Arrays.stream(text.replace("L", "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
        if (parts.length > MAX_DIMENSIONS) {
            throw new UnreadableNpy("the header says that the array has " + parts.length + " dimensions");
        }
        int[] shape = new int[parts.length];
        try {
            long product = 1;
            for (int i = 0; i < parts.length; i++) {
                shape[i] = Integer.parseInt(parts[i]);
                product = Math.multiplyExact(product, (long) shape[i]);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new UnreadableNpy("the header says that the shape is (" + text + "), which is too large");
        }
        return shape;
    }

    /** The number of values. */
    public long count() {
        long count = 1;
        for (int dimension : shape) {
            count *= dimension;
        }
        return count;
    }

    /** Values in each entry along the first dimension. */
    public long rowSize() {
        return shape.length == 0 || shape[0] == 0 ? 0 : count() / shape[0];
    }
}
