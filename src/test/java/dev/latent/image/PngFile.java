package dev.latent.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** PNG files as other programs write them, chunk by chunk. */
public final class PngFile {
    private static final int ORIENTATION = 0x0112;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private PngFile() {}

    /** @param type 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha */
    public static PngFile of(int width, int height, int depth, int type) {
        PngFile png = new PngFile();
        png.bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        return png.chunk("IHDR", 0, 0, 0, width, 0, 0, 0, height, depth, type, 0, 0, 0);
    }

    public PngFile chunk(String name, int... content) {
        byte[] data = new byte[content.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) content[i];
        }
        return chunk(name, data);
    }

    private PngFile chunk(String name, byte[] data) {
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.US_ASCII));
        checksum.update(data);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(data.length);
            out.writeBytes(name);
            out.write(data);
            out.writeInt((int) checksum.getValue());
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A file of one row. */
    public byte[] row(int... row) {
        return rows(row);
    }

    /** The file. */
    public byte[] rows(int[]... rows) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int[] row : rows) {
                out.write(0);
                for (int value : row) {
                    out.write(value);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        chunk("IDAT", packed.toByteArray());
        return chunk("IEND").bytes.toByteArray();
    }

    /** Exif data of nothing but an orientation. */
    public static int[] exif(int orientation) {
        return new int[] {
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            ORIENTATION >> 8,
            ORIENTATION & 0xFF,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
    }
}
