package dev.latent.spark;

import dev.latent.inference.engine.NonFiniteAnswer;
import dev.latent.inference.engine.Units;
import dev.latent.sample.Columns;
import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import scala.runtime.ScalaRunTime;

/** What a model gives as values of a DataFrame: a struct of the model's columns, or an array where they have no names. */
final class Answers {
    private Answers() {}

    /** Of a sample in the units of its data: float where that holds all digits that a model tells, as in JSON and NumPy. */
    static DataType sample(Units units) {
        return perColumn(units, number(units));
    }

    /** A type for each column of a sample. */
    static DataType perColumn(Units units, DataType each) {
        List<StructField> fields = fields(units, each);
        return fields == null ? DataTypes.createArrayType(each, false) : DataTypes.createStructType(fields);
    }

    /** The model's columns; null where they have no names. */
    static @Nullable List<StructField> fields(Units units, DataType each) {
        List<String> names = units.columns() == null ? null : units.columns().names();
        return names == null
                ? null
                : names.stream()
                        .map(name -> DataTypes.createStructField(name, each, true))
                        .toList();
    }

    static DataType number(Units units) {
        Columns columns = units.columns();
        return columns == null || columns.fitSingles() ? DataTypes.FloatType : DataTypes.DoubleType;
    }

    /** @throws NonFiniteAnswer if a value is no number */
    static Object sample(Units units, float[] ofModel) {
        SampleData sample = units.toClient(ofModel, null);
        if (sample instanceof Samples pictures) {
            return floats(pictures.values());
        }
        Table table = (Table) sample;
        return perColumn(units, i -> table.singles() ? (Object) (float) table.number(i) : (Object) table.number(i));
    }

    static Object perColumn(Units units, IntFunction<Object> value) {
        Object[] values =
                IntStream.range(0, units.shape().size()).mapToObj(value).toArray();
        boolean named = units.columns() != null && units.columns().names() != null;
        return named ? (Object) RowFactory.create(values) : ScalaRunTime.wrapRefArray(values);
    }

    static Object floats(float[] values) {
        return ScalaRunTime.wrapFloatArray(values);
    }

    /** The values of a struct. */
    static Object[] ofStruct(Object struct) {
        Row row = (Row) struct;
        return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
    }
}
