package dev.latent.exchange.csv;

import dev.latent.exchange.body.BodyCheck;
import dev.latent.exchange.body.ColumnPlaces;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.LabelNames;
import dev.latent.exchange.body.SampleReader;
import dev.latent.exchange.body.ValueRows;
import dev.latent.problem.Problem;
import dev.latent.sample.Derivation;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads vectors from CSV: a line of column names, then one line a sample. See {@link ColumnPlaces}. */
public final class CsvSamplesReader implements SampleReader {
    private static final String USUAL =
            "; send numbers like 1234.5, columns separated by commas, in UTF-8, below a line of names";

    private final CsvTable table;
    private final SampleShape shape;
    private final ColumnPlaces columns;
    private final LabelNames names;
    private final ValueRows rows;
    private final List<Integer> labels = new ArrayList<>();
    private long labelled;

    private CsvSamplesReader(CsvTable table, ExpectedSamples expected) {
        this.table = table;
        shape = expected.shape();
        columns = ColumnPlaces.of(table.header().names(), expected);
        names = expected.table() == null ? LabelNames.NONE : expected.table().labels();
        rows = new ValueRows(expected);
        if (expected.table() != null && expected.table().ignoresFurther()) {
            table.leaveOutRowNumbers();
        }
    }

    /** @param body which is closed with this */
    public static CsvSamplesReader open(InputStream body, ExpectedSamples expected) throws IOException {
        try {
            return new CsvSamplesReader(CsvTable.open(body, CsvHints.NONE), expected);
        } catch (UnclearCsv e) {
            throw unreadable(e);
        }
    }

    @Override
    public SampleShape shape() {
        return shape;
    }

    @Override
    public @Nullable Samples next(int most) throws IOException {
        try {
            labels.clear();
            while (rows.newRows() < most && nextLine()) {
                readLine();
            }
            return BodyCheck.part(shape, rows, labels());
        } catch (UnclearCsv e) {
            throw unreadable(e);
        }
    }

    private static Problem unreadable(UnclearCsv e) {
        return e.isTooLarge() ? Problem.tooLarge(words(e)) : Problem.badBody(words(e));
    }

    private static String words(UnclearCsv e) {
        return e.getMessage() + (e.hasOption() ? USUAL : "");
    }

    private void readLine() {
        for (int i = 0; i < columns.places().length; i++) {
            rows.addDifference(difference(columns.places()[i], columns.derived() ? rows.from(i) : null));
        }
        if (columns.label() >= 0) {
            labels.add(label(table.text(columns.label())));
            labelled++;
        }
        rows.endRow();
    }

    private boolean nextLine() throws IOException {
        try {
            return table.next();
        } catch (UnclearCsv e) {
            if (e.isTooLarge()) {
                throw e;
            }
            throw Problem.invalid(rows.pointer(), words(e));
        }
    }

    private double difference(int place, @Nullable Derivation from) {
        try {
            return table.difference(place, rows.offset(), from);
        } catch (UnclearCsv e) {
            throw Problem.invalid(rows.pointer(), words(e));
        }
    }

    private int label(String text) {
        int label = names.label(text);
        if (label == LabelNames.UNKNOWN && names.column() == null) {
            throw Problem.invalid(
                    "#/labels/" + labelled, table.place() + ": a label is a whole number from 0, or a class's name");
        }
        return label;
    }

    private int @Nullable [] labels() {
        return columns.label() < 0
                ? null
                : labels.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
