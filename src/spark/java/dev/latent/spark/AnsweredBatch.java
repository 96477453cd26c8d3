package dev.latent.spark;

import dev.latent.inference.engine.FolderModel;
import dev.latent.inference.engine.NonFiniteAnswer;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Units;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Answers a batch of rows by one call of the model. */
final class AnsweredBatch {
    private final FolderModel model;
    private final Units units;
    private final RowReader reader;
    private final Question question;
    private final boolean takesLabels;
    private final boolean keepInvalid;

    AnsweredBatch(FolderModel model, Question question, SampleColumns where, boolean keepInvalid) {
        this.model = model;
        this.units = model.units();
        this.reader = new RowReader(where, units);
        this.question = question;
        this.takesLabels = question.takesLabels(model);
        this.keepInvalid = keepInvalid;
        if (takesLabels && where.label() < 0) {
            throw new IllegalArgumentException("the model takes a label with each row, in a column '"
                    + units.labels().header() + "', which is missing");
        }
    }

    /** @param label null where the model takes none */
    private record Sample(int row, float[] values, @Nullable Integer label) {}

    List<Row> of(List<Row> rows) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            read(rows.get(i), i, samples);
        }
        Object[] answers = new Object[rows.size()];
        List<float[]> given = samples.isEmpty() ? List.of() : question.ask(model, together(samples));
        for (int i = 0; i < given.size(); i++) {
            Sample sample = samples.get(i);
            answers[sample.row] = answer(rows.get(sample.row), sample.values, given.get(i));
        }
        List<Row> answered = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            answered.add(with(rows.get(i), answers[i]));
        }
        return answered;
    }

    private void read(Row row, int index, List<Sample> samples) {
        try {
            samples.add(new Sample(index, reader.values(row), takesLabels ? reader.label(row) : null));
        } catch (InvalidRow invalid) {
            refuse(invalid.getMessage(), row);
        }
    }

    private @Nullable Object answer(Row row, float[] sample, float[] given) {
        for (float value : given) {
            if (!Float.isFinite(value)) {
                return refuse("the model's answer is no number", row);
            }
        }
        try {
            return question.answer(units, sample, given);
        } catch (NonFiniteAnswer e) {
            return refuse("the model's answer is no number", row);
        }
    }

    private @Nullable Object refuse(String reason, Row row) {
        if (keepInvalid) {
            return null;
        }
        String text = row.toString();
        throw new IllegalArgumentException(reason + " in row "
                + text.substring(0, Math.min(text.length(), 500))
                + "; filter such rows out, or keep them without an answer with keepInvalid()");
    }

    private Rows together(List<Sample> samples) {
        int size = units.shape().size();
        float[] values = new float[samples.size() * size];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i).values, 0, values, i * size, size);
        }
        int[] labels = takesLabels ? samples.stream().mapToInt(Sample::label).toArray() : null;
        return Rows.of(samples.size(), units.shape().dimensions(), values, labels);
    }

    private static Row with(Row row, @Nullable Object answer) {
        Object[] values = new Object[row.size() + 1];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.get(i);
        }
        values[row.size()] = answer;
        return RowFactory.create(values);
    }
}
