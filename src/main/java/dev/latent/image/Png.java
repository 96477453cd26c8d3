package dev.latent.image;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes 8-bit grey and RGB pictures as PNG (ISO/IEC 15948), without the filters and the set-up that ImageIO spends time on. */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int COMPRESSION_LEVEL = 2;
    private static final int TOGETHER = 1 << 16;

    private Png() {}

    public static byte[] encode(Picture picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(picture.pixels().length / 4 + 128);
        try {
            DataOutputStream png = new DataOutputStream(out);
            png.write(SIGNATURE);
            writeChunk(png, "IHDR", header(picture));
            writeChunk(png, "IDAT", compressedRows(picture));
            writeChunk(png, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] header(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(13);
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(picture.width());
        header.writeInt(picture.height());
        header.writeByte(8);
        header.writeByte(picture.channels() == 1 ? GREY : RGB);
        header.write(new byte[3]);
        return bytes.toByteArray();
    }

    private static byte[] compressedRows(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.pixels().length / 4 + 64);
        Deflater deflater = new Deflater(COMPRESSION_LEVEL);
        int row = picture.width() * picture.channels();
        // Each write to the deflater is a native call.
        int size = Math.min(TOGETHER, picture.height() * (row + 1));
        try (OutputStream rows =
                new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater, Math.max(512, size)), size)) {
            for (int y = 0; y < picture.height(); y++) {
                rows.write(0);
                rows.write(picture.pixels(), y * row, row);
            }
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
