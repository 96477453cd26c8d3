package dev.latent.spark;

import dev.latent.inference.engine.Units;
import dev.latent.sample.ColumnMatch;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * Where in a DataFrame's rows the samples are: in a column each of the model's columns, or all values of a sample in one
 * array, row by row of a picture and channel after channel.
 *
 * @param places of the model's columns; of the array alone
 * @param label where the label is; −1 where there is none
 */
record SampleColumns(int[] places, boolean isArray, int label) implements Serializable {
    /** The column that holds the values of pictures, and of vectors whose columns have no names. */
    static final String VALUES = "values";

    private static final int NONE = -1;

    /** @throws IllegalArgumentException that says which columns are missing or are no numbers */
    static SampleColumns find(Units units, StructType schema) {
        List<String> given = Arrays.asList(schema.fieldNames());
        int label = given.indexOf(units.labels().header());
        List<String> names = units.columns() == null ? null : units.columns().names();
        return names == null
                ? new SampleColumns(new int[] {array(units, schema)}, true, label)
                : new SampleColumns(
                        named(names, schema),
                        false,
                        names.contains(units.labels().header()) ? NONE : label);
    }

    private static int array(Units units, StructType schema) {
        int place = Arrays.asList(schema.fieldNames()).indexOf(VALUES);
        if (place < 0) {
            throw new IllegalArgumentException("the model takes samples of shape "
                    + Arrays.toString(units.shape().dimensions()) + ", each as an array of its "
                    + units.shape().size()
                    + " values in a column '" + VALUES + "', which is missing");
        }
        DataType type = schema.apply(place).dataType();
        if (!(type instanceof ArrayType array && array.elementType() instanceof NumericType)) {
            throw new IllegalArgumentException(
                    "column '" + VALUES + "' must be an array of numbers, not " + type.simpleString());
        }
        return place;
    }

    private static int[] named(List<String> names, StructType schema) {
        List<String> given = Arrays.asList(schema.fieldNames());
        List<String> missing =
                names.stream().filter(name -> !given.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("columns of the model are missing: " + ColumnMatch.inWords(missing)
                    + "; names are compared exactly");
        }
        int[] places = names.stream().mapToInt(given::indexOf).toArray();
        for (int place : places) {
            DataType type = schema.apply(place).dataType();
            if (!(type instanceof NumericType)) {
                throw new IllegalArgumentException(
                        "column '" + given.get(place) + "' must be a number, not " + type.simpleString() + "; cast it");
            }
        }
        return places;
    }
}
