package dev.latent.image;

import java.awt.image.DataBuffer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The pixels of a picture in a file, of which a small part is in memory. For one thread. */
final class FileBuffer extends DataBuffer implements Closeable {
    private static final int WINDOW_BYTES = 1 << 20;

    private final int bits;
    private final FileChannel file;
    private final byte[] window = new byte[WINDOW_BYTES];
    private final int perWindow;
    private int first = -1;
    private boolean changed;

    /** @param bits 8, 16, or 32 for floats */
    FileBuffer(Path file, int bits, int values) throws IOException {
        super(PictureImage.type(bits), values);
        this.bits = bits;
        perWindow = WINDOW_BYTES / (bits / 8);
        this.file =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private int place(int index) {
        if (first < 0 || index < first || index - first >= perWindow) {
            move(index / perWindow * perWindow);
        }
        return index - first;
    }

    private void move(int to) {
        try {
            flush();
            first = to;
            ByteBuffer bytes = ByteBuffer.wrap(window);
            long at = (long) to * (bits / 8);
            while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
                // on to its end, or that of the file
            }
            Arrays.fill(window, bytes.position(), window.length, (byte) 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() throws IOException {
        if (!changed) {
            return;
        }
        int values = Math.min(perWindow, getSize() - first);
        ByteBuffer bytes = ByteBuffer.wrap(window, 0, values * (bits / 8));
        long at = (long) first * (bits / 8);
        while (bytes.hasRemaining()) {
            file.write(bytes, at + bytes.position());
        }
        changed = false;
    }

    private void set(int index, double value) {
        int place = place(index);
        PixelBytes.set(window, bits, place, value);
        changed = true;
    }

    private double get(int index) {
        return PixelBytes.get(window, bits, place(index));
    }

    @Override
    public int getElem(int bank, int index) {
        return (int) get(index);
    }

    @Override
    public void setElem(int bank, int index, int value) {
        set(index, value);
    }

    @Override
    public float getElemFloat(int bank, int index) {
        return (float) get(index);
    }

    @Override
    public void setElemFloat(int bank, int index, float value) {
        set(index, value);
    }

    @Override
    public double getElemDouble(int bank, int index) {
        return get(index);
    }

    @Override
    public void setElemDouble(int bank, int index, double value) {
        set(index, value);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
