package dev.latent.inference.engine;

import dev.latent.exchange.body.ExpectedTable;
import dev.latent.exchange.body.LabelNames;
import dev.latent.exchange.body.SampleBody;
import dev.latent.family.folder.ModelDescription;
import dev.latent.sample.Columns;
import dev.latent.sample.PictureForm;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import dev.latent.sample.ValueRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between what clients see (pixels in [0,1], vectors in the dataset's units) and what models see.
 *
 * @param columns of vectors, of the domain that samples are of; null for images
 * @param pictures how the pictures of that domain were read; null where it was made of others
 * @param labels what they are called in CSV
 */
public record Units(
        ModelDescription description,
        @Nullable Columns columns,
        @Nullable PictureForm pictures,
        LabelNames labels) {
    private static final double STANDARD_DEVIATIONS = 3;

    /** Of a model's only domain, or of A. */
    public static Units of(ModelDescription description) {
        return ofDomain(description, 0);
    }

    /** @param domain 0, or for unpaired models 0 for A and 1 for B */
    public static Units ofDomain(ModelDescription description, int domain) {
        String column = domain < description.datasets().size()
                ? description.datasets().get(domain).labelColumn()
                : null;
        List<String> classes = domain == 0 ? description.classes() : null;
        return new Units(
                description,
                description.columns(domain),
                description.pictures(domain),
                new LabelNames(column, classes));
    }

    /** A body for a client. @param seed what the samples were drawn with, or null */
    public SampleBody body(SampleData data, @Nullable Long seed) {
        return new SampleBody(data, range(), seed, labels);
    }

    /** What a body holds rows of; null for images. @param ignore whether it may have further columns */
    @Nullable
    public ExpectedTable expected(boolean ignore) {
        return columns == null ? null : new ExpectedTable(columns, labels, ignore);
    }

    public SampleShape shape() {
        return description.shape();
    }

    /** Rows for a model. */
    public Rows toModel(Samples samples, int @Nullable [] labels) {
        return Rows.of(samples.count(), samples.shape().dimensions(), samples.values(), labels);
    }

    /** What a model sees of samples in a client's units. */
    public Samples fromClient(SampleData data) {
        return arranged(data) instanceof Table table && columns != null ? table.standardized(columns) : (Samples) data;
    }

    /** The same, in the order of the model's columns. */
    public SampleData arranged(SampleData data) {
        return data instanceof Table table && columns != null ? table.inOrderOf(columns) : data;
    }

    /** Samples for a client: pixels are clipped to [0,1], columns restored. @throws NonFiniteAnswer if that overflows */
    public SampleData toClient(float[] values, int @Nullable [] labels) {
        return toClient(shape(), values, labels);
    }

    public SampleData toClient(SampleShape ofSamples, float[] values, int @Nullable [] labels) {
        SampleData data = unclipped(ofSamples, values, labels);
        return data instanceof Samples samples && ofSamples.isImage() ? samples.clipped() : data;
    }

    /** The same with pixels as the model gave them. */
    public SampleData unclipped(SampleShape ofSamples, float[] values, int @Nullable [] labels) {
        int bad = FiniteCheck.firstBad(values);
        if (bad >= 0) {
            throw NonFiniteAnswer.ofExtreme(bad / ofSamples.size());
        }
        return columns == null ? new Samples(ofSamples, values, labels) : restored(columns, values, labels);
    }

    private static Table restored(Columns columns, float[] values, int @Nullable [] labels) {
        Table table = Table.restored(columns, values, labels);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(table.number(i))) {
                throw NonFiniteAnswer.ofExtreme(i / columns.size());
            }
        }
        return table;
    }

    /** [0,1] for pixels; three standard deviations about the means for vectors. */
    public ValueRange range() {
        if (columns == null) {
            return ValueRange.PIXELS;
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < columns.size(); i++) {
            double mean = columns.offset(i) + columns.mean(i);
            double reach = STANDARD_DEVIATIONS * columns.standardDeviation(i);
            min = Math.min(min, mean - reach);
            max = Math.max(max, mean + reach);
        }
        return new ValueRange(Math.max(-Double.MAX_VALUE, min), Math.min(Double.MAX_VALUE, max));
    }
}
