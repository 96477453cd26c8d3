package dev.latent.dataset.source.reading;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.TableLayout;
import dev.latent.dataset.source.reading.ImportOptions.Windows;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How rows become samples: each is one, or so many after each other are. A series is divided by time, eight tenths to
 * train on, then one for validation and one for testing, so that no window reaches into two splits.
 *
 * @param windows null where each row is a sample
 * @param columns numbers a row
 */
public record Windowing(@Nullable Windows windows, int columns) {
    private static final long TENTHS = 10;

    public static Windowing of(@Nullable Windows windows, int columns) {
        return new Windowing(windows, columns);
    }

    /** The columns of a window are those of each of its rows, from the oldest on: {@code a[0], b[0], a[1], b[1]}. */
    public TableLayout table(TableLayout ofRows) {
        if (windows == null) {
            return ofRows;
        }
        List<String> names = ofRows.names();
        double[] offsets = ofRows.offsets();
        return new TableLayout(
                names == null
                        ? null
                        : IntStream.range(0, sampleValues())
                                .mapToObj(i -> names.get(i % columns) + "[" + i / columns + "]")
                                .toList(),
                offsets == null
                        ? null
                        : IntStream.range(0, sampleValues())
                                .mapToDouble(i -> offsets[i % columns])
                                .toArray(),
                null);
    }

    public int sampleValues() {
        return windows == null ? columns : (int) Math.min(Integer.MAX_VALUE, (long) windows.length() * columns);
    }

    /**
     * @param split as the source names it, or null
     * @param rows how many will come, where they are all or those to train on
     * @throws DatasetRefused if no window fits into those to train on
     */
    public RowConsumer cut(String file, @Nullable Split split, long rows, SampleSink sink) throws DatasetRefused {
        if (windows == null) {
            return (row, label) -> sink.add(split, row, label);
        }
        long trained = split == null ? rows * 8 / TENTHS : rows;
        if ((split == null || split == Split.TRAIN) && windows.length() > trained) {
            throw DatasetRefused.option(
                    "window",
                    "is " + windows.length() + ", but " + file + " has only " + trained + " rows to train on, of "
                            + rows);
        }
        if (split != null) {
            return new WindowCutter(windows, columns, window -> sink.add(split, window, -1));
        }
        return new SeriesByTime(this, rows, sink);
    }

    /** A whole series. */
    private static final class SeriesByTime implements RowConsumer {
        private final Windowing windowing;
        private final long rows;
        private final SampleSink sink;
        private Split split = Split.TRAIN;
        private WindowCutter cutter;
        private long row;

        SeriesByTime(Windowing windowing, long rows, SampleSink sink) {
            this.windowing = windowing;
            this.rows = rows;
            this.sink = sink;
            cutter = cutter();
        }

        private WindowCutter cutter() {
            Split into = split;
            return new WindowCutter(windowing.windows(), windowing.columns(), window -> sink.add(into, window, -1));
        }

        @Override
        public void add(double[] values, int label) throws IOException {
            Split now = row < rows * 8 / TENTHS ? Split.TRAIN : row < rows * 9 / TENTHS ? Split.VALIDATION : Split.TEST;
            if (now != split) {
                split = now;
                cutter = cutter();
            }
            cutter.add(values, label);
            row++;
        }
    }
}
