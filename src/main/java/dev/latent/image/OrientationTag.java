package dev.latent.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the orientation in data of the form that TIFF files and Exif data share (TIFF 6.0, 2). Java's reader of TIFF
 * refuses Exif data, as no picture is in it, or else believes what it says of its own size.
 */
final class OrientationTag {
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int LITTLE_ENDIAN = 'I' << 8 | 'I';
    private static final int ENTRY_BYTES = 12;

    private OrientationTag() {}

    /** {@link Orientation#UPRIGHT} where there is none, or none that can be read. */
    static int of(byte[] tiff) {
        ByteBuffer data = ByteBuffer.wrap(tiff);
        try {
            data.order(data.getShort() == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            data.position(data.getInt(4));
            int entries = data.getShort() & 0xFFFF;
            for (int i = 0; i < entries; i++, data.position(data.position() + ENTRY_BYTES)) {
                int at = data.position();
                if ((data.getShort(at) & 0xFFFF) == TAG && data.getShort(at + 2) == SHORT) {
                    return data.getShort(at + 8);
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Orientation.UPRIGHT;
        }
        return Orientation.UPRIGHT;
    }
}
