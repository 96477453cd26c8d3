package dev.latent.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelFolder;
import dev.latent.files.Folders;
import dev.latent.inference.engine.Units;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.ThresholdFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A published version over the rows of DataFrames. Every row gets the bits that the service gives it, however the rows are
 * partitioned.
 *
 * <p>Samples of a table are found by the names of the model's columns, which must be numbers. Pictures, and vectors
 * whose columns have no names, are arrays of numbers in a column {@code values}: pixels in [0,1], row by row, channel
 * after channel. A row that has a null, or what is no number, or far from all that the model learned from, ends the job
 * with a message that shows it, unless {@link #keepInvalid()}.
 *
 * <p>Spark's setting {@code spark.latent.threads} says how many threads the engine has for each task; 1 by default.
 */
public final class LatentModel {
    private static final String THREADS = "spark.latent.threads";

    private final SparkSession spark;
    private final Task task;
    private final ModelDescription description;
    private final Optional<AnomalyThreshold> threshold;

    private LatentModel(
            SparkSession spark, Task task, ModelDescription description, Optional<AnomalyThreshold> threshold) {
        this.spark = spark;
        this.task = task;
        this.description = description;
        this.threshold = threshold;
    }

    /**
     * Loads a version, once on each executor and at the first use.
     *
     * @param place of its export ({@code GET …/versions/3/export}), as a file, an address of HTTP, or on any file system
     *     that Spark reads; or its folder. Or {@code store:MODEL/VERSION}, where the service keeps versions in a bucket,
     *     told by {@code spark.latent.storage.s3.*}: VERSION is a number, an alias or {@code latest}
     * @throws IOException if there is no version, or none that can be used
     */
    public static LatentModel load(SparkSession spark, String place) throws IOException {
        byte[] version = StoreSource.isPlace(place)
                ? StoreSource.read(place, name -> spark.conf().get(name, null))
                : ModelSource.read(place, spark.sessionState().newHadoopConf());
        Path folder = Files.createTempDirectory("latent-spark-");
        try {
            ModelZip.unpack(version, folder);
            Task task = new Task(
                    JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(version),
                    DigestUtils.sha256Hex(version),
                    Integer.parseInt(spark.conf().get(THREADS, "1")),
                    false);
            return new LatentModel(spark, task, ModelFolder.read(folder), ThresholdFile.read(folder));
        } finally {
            Folders.delete(folder);
        }
    }

    /** The same, which gives a row that the model can't take nulls instead of ending the job. */
    public LatentModel keepInvalid() {
        Task keeping = new Task(task.version(), task.digest(), task.threads(), true);
        return new LatentModel(spark, keeping, description, threshold);
    }

    /**
     * Adds {@code score}, a double: how far the row is from what the model makes of it, the higher, the more unusual; and
     * {@code anomalous}, whether that is above the version's threshold, null for a version without one.
     */
    public Dataset<Row> score(Dataset<Row> rows) {
        Dataset<Row> scored = ask(rows, Question.SCORE);
        Double above = threshold.map(AnomalyThreshold::threshold).orElse(null);
        return scored.withColumn(
                "anomalous",
                above == null
                        ? lit(null).cast("boolean")
                        : col(Question.SCORE.column()).gt(above));
    }

    /** Adds {@code contributions}: the share of each of the model's columns in the row's score, a struct by their names. */
    public Dataset<Row> contributions(Dataset<Row> rows) {
        return ask(rows, Question.CONTRIBUTIONS);
    }

    /** Adds {@code reconstruction}, a struct of the model's columns in their units. */
    public Dataset<Row> reconstruct(Dataset<Row> rows) {
        return ask(rows, Question.RECONSTRUCTION);
    }

    /** Adds {@code denoised}, a struct of the model's columns in their units. Pictures must be of the model's size. */
    public Dataset<Row> denoise(Dataset<Row> rows) {
        return ask(rows, Question.DENOISED);
    }

    /** Adds {@code code}, an array of floats: the mean where the code is a distribution. */
    public Dataset<Row> encode(Dataset<Row> rows) {
        return ask(rows, Question.CODE);
    }

    /**
     * Generates samples: their number as {@code sample}, the class where the model has classes (each in turn), and the
     * model's columns, or {@code values}.
     *
     * @param count up to 2³¹ − 1
     * @param seed decides them, as {@code seed} of {@code GET …/samples} does
     */
    public Dataset<Row> samples(int count, long seed) {
        require(Operation.GENERATE);
        return spark.range(count)
                .mapPartitions(new Generating(task, seed), Encoders.row(Generating.schema(Units.of(description))));
    }

    /** Answers a question about each row in a column of its own. */
    Dataset<Row> ask(Dataset<Row> rows, Question question) {
        require(question.operation());
        Units units = Units.of(description);
        StructType schema = rows.schema();
        if (schema.getFieldIndex(question.column()).isDefined()) {
            throw new IllegalArgumentException("there is a column '" + question.column() + "' already; rename it");
        }
        Asking asking = new Asking(task, question, SampleColumns.find(units, schema));
        return rows.mapPartitions(asking, Encoders.row(schema.add(question.column(), question.type(units), true)));
    }

    private void require(Operation operation) {
        if (!description.operations().contains(operation)) {
            throw new IllegalArgumentException("a " + description.family() + " has no operation " + operation.id()
                    + "; it has "
                    + description.operations().stream()
                            .map(Operation::id)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }
}
