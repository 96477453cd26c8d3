package dev.latent.image;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
            writeChunk(png, "IHDR", header(picture));
            writeTags(png, picture, tags);
            writeChunk(png, "IDAT", rows(picture));
            writeChunk(png, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void writeTags(DataOutputStream png, Picture picture, PictureTags tags) throws IOException {
        byte[] profile = tags.profileOf(picture.channels());
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
    }

    private static byte[] header(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(13);
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(picture.width());
        header.writeInt(picture.height());
        header.writeByte(picture.bits());
        header.writeByte(picture.channels() == 1 ? GREY : RGB);
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
