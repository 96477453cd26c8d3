package dev.latent.spark;

import dev.latent.family.Generates;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.FolderModel;
import dev.latent.inference.engine.NonFiniteAnswer;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.SeededNoise;
import dev.latent.inference.engine.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Generates the samples of the numbers in a partition. Sample i of a seed is the same wherever it is made. */
record Generating(Task task, long seed) implements MapPartitionsFunction<Long, Row> {
    static final String NUMBER = "sample";

    /** The number of the sample, its class where the model has classes, and its values. */
    static StructType schema(Units units) {
        List<StructField> fields = new ArrayList<>();
        fields.add(DataTypes.createStructField(NUMBER, DataTypes.LongType, false));
        if (units.description().classes() != null) {
            fields.add(DataTypes.createStructField(units.labels().header(), DataTypes.StringType, true));
        }
        List<StructField> columns = Answers.fields(units, Answers.number(units));
        if (columns == null) {
            fields.add(DataTypes.createStructField(SampleColumns.VALUES, Answers.sample(units), true));
        } else {
            fields.addAll(columns);
        }
        return DataTypes.createStructType(fields);
    }

    @Override
    public Iterator<Row> call(Iterator<Long> numbers) {
        if (!numbers.hasNext()) {
            return List.<Row>of().iterator();
        }
        FolderModel model = Engines.of(task);
        return new InBatches<>(numbers, Task.BATCH, batch -> generate(model, batch));
    }

    private List<Row> generate(FolderModel model, List<Long> numbers) {
        Generates generator = model.as(Generates.class);
        int k = generator.latentDimension();
        float[] z = new float[numbers.size() * k];
        for (int i = 0; i < numbers.size(); i++) {
            int number = Math.toIntExact(numbers.get(i));
            System.arraycopy(SeededNoise.of(seed, number, 1).normal(k), 0, z, i * k, k);
        }
        int[] labels = generator.conditional() ? inTurn(model, numbers) : null;
        float[] values = model.call(Call.GENERATE, Rows.of(numbers.size(), new int[] {k}, z, labels))
                .values();
        return rows(model.units(), numbers, labels, values);
    }

    private static int[] inTurn(FolderModel model, List<Long> numbers) {
        List<String> classes = model.description().classes();
        if (classes == null || classes.isEmpty()) {
            throw new IllegalArgumentException("the model takes labels but names no classes");
        }
        return numbers.stream()
                .mapToInt(number -> (int) (number % classes.size()))
                .toArray();
    }

    private List<Row> rows(Units units, List<Long> numbers, int[] labels, float[] values) {
        int size = units.shape().size();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            List<Object> row = new ArrayList<>();
            row.add(numbers.get(i));
            if (units.description().classes() != null) {
                row.add(labels == null ? null : units.labels().name(labels[i]));
            }
            float[] sample = Arrays.copyOfRange(values, i * size, (i + 1) * size);
            row.addAll(values(units, numbers.get(i), sample));
            rows.add(RowFactory.create(row.toArray()));
        }
        return rows;
    }

    private static List<Object> values(Units units, long number, float[] sample) {
        try {
            Object values = Answers.sample(units, sample);
            return values instanceof Row struct ? Arrays.asList(Answers.ofStruct(struct)) : List.of(values);
        } catch (NonFiniteAnswer e) {
            throw new IllegalStateException("sample " + number + " has values that are no numbers", e);
        }
    }
}
