package dev.latent.exchange.ndjson;

import dev.latent.exchange.body.BodyCheck;
import dev.latent.exchange.body.ColumnPlaces;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.LabelNames;
import dev.latent.exchange.body.SampleReader;
import dev.latent.exchange.body.ValueRows;
import dev.latent.exchange.csv.DecimalText;
import dev.latent.exchange.csv.DerivedField;
import dev.latent.exchange.ndjson.NdjsonLine.Field;
import dev.latent.problem.MalformedJson;
import dev.latent.problem.Problem;
import dev.latent.sample.Derivation;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads samples from lines of JSON, each an object whose members are found as the columns of a CSV are, or an array of
 * values as they stand. Some have labels or none has.
 */
public final class NdjsonSamplesReader implements SampleReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final ExpectedSamples expected;
    private final LabelNames labelNames;
    private final RowBound bound;
    private final JsonParser json;
    private final ValueRows rows;
    private final List<Integer> labels = new ArrayList<>();
    private @Nullable List<String> names;
    private @Nullable ColumnPlaces columns;
    private @Nullable Boolean labelled;
    private String place = "line 1";

    private NdjsonSamplesReader(InputStream body, ExpectedSamples expected) {
        this.expected = expected;
        labelNames =
                expected.table() == null ? LabelNames.NONE : expected.table().labels();
        bound = new RowBound(body, expected.shape().size());
        json = FACTORY.createParser(ObjectReadContext.empty(), bound);
        rows = new ValueRows(expected);
    }

    /** @param body which is closed with this */
    public static NdjsonSamplesReader open(InputStream body, ExpectedSamples expected) throws IOException {
        return new NdjsonSamplesReader(body, expected);
    }

    @Override
    public SampleShape shape() {
        return expected.shape();
    }

    @Override
    public @Nullable Samples next(int most) throws IOException {
        try {
            labels.clear();
            while (rows.newRows() < most && json.nextToken() != null) {
                place = "line " + json.currentTokenLocation().getLineNr();
                readLine(NdjsonLine.read(json, place, expected.shape().size()));
                bound.endRow();
            }
            return BodyCheck.part(expected.shape(), rows, labels());
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw Problem.badBody("the JSON can't be read: " + MalformedJson.explain(e));
        }
    }

    private void readLine(NdjsonLine line) {
        if (columns == null || !line.names().equals(names)) {
            columns = line.values() == null ? placesOf(line) : labelOf(line);
            names = line.names();
        }
        List<String> values = line.values();
        if (values != null) {
            for (String value : values) {
                rows.addDifference(DecimalText.difference(value, rows.offset()));
            }
        } else {
            for (int i = 0; i < columns.places().length; i++) {
                rows.addDifference(number(line, columns.places()[i], columns.derived() ? rows.from(i) : null));
            }
        }
        if (values != null && values.size() != expected.shape().size() || values == null && tooFew(columns)) {
            throw Problem.invalid(
                    rows.pointer(),
                    place + ": a sample has " + expected.shape().size() + " values, not "
                            + (values == null ? columns.places().length : values.size()));
        }
        addLabel(line, columns.label());
        rows.endRow();
    }

    private boolean tooFew(ColumnPlaces found) {
        return found.places().length != expected.shape().size();
    }

    private ColumnPlaces placesOf(NdjsonLine line) {
        try {
            return ColumnPlaces.of(line.names(), expected);
        } catch (Problem unknown) {
            if (rows.pointer().equals("#/values/0")) {
                throw unknown; // of all lines, as that of a CSV's header
            }
            throw Problem.invalid(
                    rows.pointer(), place + ": " + unknown.getBody().getDetail());
        }
    }

    /** Beside values without names there may be a label; what else there is is passed over. */
    private ColumnPlaces labelOf(NdjsonLine line) {
        int named = line.names().indexOf(labelNames.header());
        return new ColumnPlaces(new int[0], named >= 0 ? named : line.names().indexOf(LabelNames.USUAL));
    }

    private double number(NdjsonLine line, int column, @Nullable Derivation from) {
        Field field = line.fields().get(column);
        Double made =
                from == null ? null : DerivedField.difference(from, field == null ? null : field.text(), rows.offset());
        if (made != null && !made.isNaN()) {
            return made;
        }
        if (field != null && field.number()) {
            return DecimalText.difference(field.text(), rows.offset());
        }
        String where = place + ", column " + NdjsonLine.shortened(line.names().get(column));
        throw Problem.invalid(
                rows.pointer(),
                field == null
                        ? where + ": a number is needed; missing values are not taken: leave the row out, or fill it in"
                        : where + ": '" + NdjsonLine.shortened(field.text()) + "' is a text; a number"
                                + (made == null ? "" : " or a date") + " is needed");
    }

    private void addLabel(NdjsonLine line, int column) {
        if (labelled != null && labelled != column >= 0) {
            throw Problem.invalid(rows.pointer(), place + ": either all samples have a label or none has");
        }
        labelled = column >= 0;
        if (column < 0) {
            return;
        }
        Field field = line.fields().get(column);
        int label = field == null ? LabelNames.UNKNOWN : labelNames.label(field.text());
        if (label == LabelNames.UNKNOWN && labelNames.column() == null) {
            throw Problem.invalid(rows.pointer(), place + ": a label is a whole number from 0, or a class's name");
        }
        labels.add(label);
    }

    private int @Nullable [] labels() {
        return Boolean.TRUE.equals(labelled)
                ? labels.stream().mapToInt(Integer::intValue).toArray()
                : null;
    }

    @Override
    public void close() throws IOException {
        bound.close();
    }
}
