package dev.latent.dataset.source.reading;

import dev.latent.dataset.source.reading.ImportOptions.Windows;
import java.io.IOException;

/** Cuts a series into windows of rows, each window flattened row after row. */
final class WindowCutter implements RowConsumer {
    private final Windows windows;
    private final int columns;
    private final Taker taker;
    private final double[] ring;
    private long rows;

    WindowCutter(Windows windows, int columns, Taker taker) {
        this.windows = windows;
        this.columns = columns;
        this.taker = taker;
        ring = new double[windows.length() * columns];
    }

    /** Gets the windows. */
    interface Taker {
        void take(double[] window) throws IOException;
    }

    @Override
    public void add(double[] row, int label) throws IOException {
        int next = (int) (rows % windows.length()) * columns;
        System.arraycopy(row, 0, ring, next, columns);
        rows++;
        long beyondFirst = rows - windows.length();
        if (beyondFirst >= 0 && beyondFirst % windows.stride() == 0) {
            taker.take(unrolled((int) (rows % windows.length()) * columns));
        }
    }

    private double[] unrolled(int oldest) {
        double[] window = new double[ring.length];
        System.arraycopy(ring, oldest, window, 0, ring.length - oldest);
        System.arraycopy(ring, 0, window, ring.length - oldest, oldest);
        return window;
    }
}
