package dev.latent.image;

import dev.latent.sample.SampleShape;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes grey and RGB pictures of 8 or 16 bits as PNG (ISO/IEC 15948), without the filters and the set-up that ImageIO
 * spends time on.
 */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int UP = 2;
    private static final int COMPRESSION_LEVEL = 2;
    private static final int TOGETHER = 1 << 16;

    /** Bytes that are not worth a compressor's set-up, which takes longer than all else that a small picture needs. */
    private static final int STORED = 1024;

    private Png() {}

    public static byte[] encode(Picture picture) {
        return encode(picture, PictureTags.NONE);
    }

    /** @throws IllegalArgumentException if it is one of floats */
    public static byte[] encode(Picture picture, PictureTags tags) {
        if (picture.bits() > 16) {
            throw new IllegalArgumentException("a PNG has no floats");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(picture.pixels().length / 4 + 128);
        try {
            DataOutputStream png = new DataOutputStream(out);
            png.write(SIGNATURE);
            writeChunk(png, "IHDR", header(picture.shape(), picture.bits()));
            writeTags(png, picture.channels(), tags);
            writeChunk(png, "IDAT", rows(picture));
            writeChunk(png, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One that may be too large for the memory. */
    static void write(PictureOnDisk picture, PictureTags tags, OutputStream out) throws IOException {
        if (picture.bits() > 16) {
            throw new IllegalArgumentException("a PNG has no floats");
        }
        DataOutputStream png = new DataOutputStream(out);
        png.write(SIGNATURE);
        writeChunk(png, "IHDR", header(picture.shape(), picture.bits()));
        writeTags(png, picture.shape().channels(), tags);
        Deflater deflater = new Deflater(COMPRESSION_LEVEL);
        try (OutputStream rows = new BufferedOutputStream(
                new DeflaterOutputStream(new BufferedOutputStream(new Chunks(png), TOGETHER), deflater, TOGETHER),
                TOGETHER)) {
            writeRows(picture, rows);
        } finally {
            deflater.end();
        }
        writeChunk(png, "IEND", new byte[0]);
        png.flush();
    }

    /** Each as the differences to the one above: a photograph's rows are alike. */
    private static void writeRows(PictureOnDisk picture, OutputStream out) throws IOException {
        SampleShape.Image shape = picture.shape();
        double[] values = new double[shape.width() * shape.channels()];
        byte[] above = new byte[values.length * picture.bits() / 8];
        byte[] row = new byte[above.length];
        byte[] differences = new byte[above.length];
        for (int y = 0; y < shape.height(); y++) {
            picture.raster().getPixels(0, y, shape.width(), 1, values);
            for (int i = 0; i < values.length; i++) {
                PixelBytes.set(row, picture.bits(), i, values[i]);
            }
            for (int i = 0; i < row.length; i++) {
                differences[i] = (byte) (row[i] - above[i]);
            }
            out.write(UP);
            out.write(differences);
            System.arraycopy(row, 0, above, 0, row.length);
        }
    }

    /** What is written becomes chunks of pixels. */
    private static final class Chunks extends OutputStream {
        private final DataOutputStream png;

        Chunks(DataOutputStream png) {
            this.png = png;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writeChunk(png, "IDAT", Arrays.copyOfRange(bytes, offset, offset + length));
        }
    }

    private static void writeTags(DataOutputStream png, int channels, PictureTags tags) throws IOException {
        byte[] profile = tags.profileOf(channels);
        if (profile != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes("profile\0\0".getBytes(StandardCharsets.US_ASCII));
            try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
                out.write(profile);
            }
            writeChunk(png, "iCCP", bytes.toByteArray());
        }
        PictureTags.Resolution resolution = tags.resolution();
        if (resolution != null) {
            byte[] bytes = new byte[9];
            ByteBuffer.wrap(bytes)
                    .putInt((int) Math.round(resolution.across()))
                    .putInt((int) Math.round(resolution.down()))
                    .put((byte) 1);
            writeChunk(png, "pHYs", bytes);
        }
        byte[] exif = tags.exif();
        if (exif != null) {
            writeChunk(png, "eXIf", exif);
        }
    }

    private static byte[] header(SampleShape.Image shape, int bits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(13);
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(shape.width());
        header.writeInt(shape.height());
        header.writeByte(bits);
        header.writeByte(shape.channels() == 1 ? GREY : RGB);
        header.write(new byte[3]);
        return bytes.toByteArray();
    }

    private static int rowBytes(Picture picture) {
        return picture.width() * picture.channels() * picture.bits() / 8;
    }

    private static byte[] rows(Picture picture) throws IOException {
        int size = picture.height() * (rowBytes(picture) + 1);
        return size <= STORED ? storedRows(picture, size) : compressedRows(picture);
    }

    /** One block of RFC 1951 that is not compressed, in the frame of RFC 1950. */
    private static byte[] storedRows(Picture picture, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 11);
        DataOutputStream block = new DataOutputStream(bytes);
        Adler32 checksum = new Adler32();
        block.writeShort(0x7801);
        block.writeByte(1);
        block.writeShort(Short.reverseBytes((short) size));
        block.writeShort(Short.reverseBytes((short) ~size));
        OutputStream rows = new CheckedOutputStream(block, checksum);
        writeRows(picture, rows);
        block.writeInt((int) checksum.getValue());
        return bytes.toByteArray();
    }

    private static void writeRows(Picture picture, OutputStream out) throws IOException {
        int row = rowBytes(picture);
        for (int y = 0; y < picture.height(); y++) {
            out.write(0);
            out.write(picture.pixels(), y * row, row);
        }
    }

    private static byte[] compressedRows(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.pixels().length / 4 + 64);
        Deflater deflater = new Deflater(COMPRESSION_LEVEL);
        int row = rowBytes(picture);
        // Each write to the deflater is a native call.
        int size = Math.min(TOGETHER, picture.height() * (row + 1));
        try (OutputStream rows =
                new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater, Math.max(512, size)), size)) {
            writeRows(picture, rows);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void writeChunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) checksum.getValue());
    }
}
