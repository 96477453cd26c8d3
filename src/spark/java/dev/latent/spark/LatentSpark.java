package dev.latent.spark;

import java.io.IOException;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** {@code spark-submit latent-spark.jar OPERATION MODEL INPUT OUTPUT}, for those who need no program of their own. */
public final class LatentSpark {
    private static final String USAGE = "usage: spark-submit latent-spark.jar"
            + " score|contributions|reconstruct|denoise|encode MODEL INPUT OUTPUT [keep-invalid]\n"
            + "       spark-submit latent-spark.jar samples MODEL COUNT SEED OUTPUT\n"
            + "MODEL is an export of a version; INPUT and OUTPUT end in .csv, .json or .parquet";

    private LatentSpark() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 4 || arguments.length > 5) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try (SparkSession spark =
                SparkSession.builder().appName("latent " + arguments[0]).getOrCreate()) {
            LatentModel model = LatentModel.load(spark, arguments[1]);
            if (arguments[0].equals("samples")) {
                write(model.samples(Integer.parseInt(arguments[2]), Long.parseLong(arguments[3])), arguments[4]);
            } else {
                LatentModel asked = arguments.length == 5 ? model.keepInvalid() : model;
                write(answered(asked, arguments[0], read(spark, arguments[2])), arguments[3]);
            }
        }
    }

    private static Dataset<Row> answered(LatentModel model, String operation, Dataset<Row> rows) {
        return switch (operation) {
            case "score" -> model.score(rows);
            case "contributions" -> model.contributions(rows);
            case "reconstruct" -> model.reconstruct(rows);
            case "denoise" -> model.denoise(rows);
            case "encode" -> model.encode(rows);
            default -> throw new IllegalArgumentException("'" + operation + "' is no operation\n" + USAGE);
        };
    }

    private static Dataset<Row> read(SparkSession spark, String place) {
        return spark.read()
                .option("header", true)
                .option("inferSchema", true)
                .format(format(place))
                .load(place);
    }

    private static void write(Dataset<Row> rows, String place) {
        String format = format(place);
        Dataset<Row> written = format.equals("csv") ? flat(rows) : rows;
        written.write().option("header", true).format(format).save(place);
    }

    /** CSV has neither structs nor arrays: they become JSON. */
    private static Dataset<Row> flat(Dataset<Row> rows) {
        Dataset<Row> flat = rows;
        for (StructField field : rows.schema().fields()) {
            if (field.dataType() instanceof StructType || field.dataType() instanceof ArrayType) {
                flat = flat.withColumn(field.name(), functions.to_json(rows.col(field.name())));
            }
        }
        return flat;
    }

    private static String format(String place) {
        String name = place.toLowerCase(Locale.ROOT);
        for (String format : new String[] {"csv", "json", "parquet"}) {
            if (name.endsWith("." + format)) {
                return format;
            }
        }
        throw new IllegalArgumentException(place + " must end in .csv, .json or .parquet");
    }
}
