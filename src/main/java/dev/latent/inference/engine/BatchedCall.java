package dev.latent.inference.engine;

import dev.latent.inference.engine.Rows.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Calls a model with rows in batches of sizes that give the same bits. */
class BatchedCall {
    static final int MOST_ROWS = 128;

    private final ForwardPass forward;
    private final BatchObserver observer;
    private @Nullable BatchSizes sizes;

    BatchedCall(ForwardPass forward, BatchObserver observer) {
        this.forward = forward;
        this.observer = observer;
    }

    Rows run(Rows rows) {
        if (forward.call().takesAnySize()) {
            observer.forward(forward.call(), rows.count(), rows.count());
            return forward.run(rows, rows.count());
        }
        BatchSizes allowed = sizes(rows);
        List<Rows> results = new ArrayList<>();
        int from = 0;
        while (from < rows.count()) {
            int size = allowed.next(rows.count() - from);
            int to = Math.min(rows.count(), from + size);
            results.add(forward.run(from == 0 && to == rows.count() ? rows : rows.range(from, to), size));
            observer.forward(forward.call(), to - from, size);
            from = to;
        }
        return Rows.join(results);
    }

    /** Found out at the first use, on a thread that forwards run on. */
    private synchronized BatchSizes sizes(Rows like) {
        if (sizes == null) {
            Rows one = like.range(0, 1); // not to hold on to all of them
            sizes = new BatchSizes(size -> trial(one, size));
        }
        return sizes;
    }

    private List<float[]> trial(Rows like, int size) {
        Rows results = forward.run(trialRows(like, size), size);
        List<float[]> rows = new ArrayList<>();
        for (int place = 0; place < size; place++) {
            rows.add(allValues(results.range(place, place + 1)));
        }
        return rows;
    }

    private static Rows trialRows(Rows like, int size) {
        List<Column> columns = new ArrayList<>();
        for (Column column : like.columns()) {
            float[] values = new float[size * column.rowSize()];
            int period = BatchSizes.TRIAL_ROWS * column.rowSize();
            SplittableRandom random = new SplittableRandom(0);
            for (int i = 0; i < values.length; i++) {
                values[i] = i < period ? (float) random.nextDouble(-1, 1) : values[i - period];
            }
            columns.add(new Column(column.shape(), values));
        }
        return new Rows(size, columns, like.labels() == null ? null : new int[size]);
    }

    private static float[] allValues(Rows row) {
        float[] all = new float[0];
        for (Column column : row.columns()) {
            int end = all.length;
            all = Arrays.copyOf(all, end + column.values().length);
            System.arraycopy(column.values(), 0, all, end, column.values().length);
        }
        return all;
    }
}
