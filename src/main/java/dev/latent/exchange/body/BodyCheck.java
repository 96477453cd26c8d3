package dev.latent.exchange.body;

import dev.latent.exchange.body.ExpectedSamples.PictureSize;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether what a body holds is what is expected. */
public final class BodyCheck {
    private BodyCheck() {}

    public static Samples samples(
            ExpectedSamples expected, @Nullable SampleShape announced, ValueRows rows, int @Nullable [] labels) {
        SampleShape shape = announced == null ? expected.shape() : announced;
        requireShape(expected, shape, "#/shape");
        requireRows(shape, rows);
        requireLabels(rows.newRows(), labels);
        return new Samples(shape, rows.take(), labels);
    }

    /** The new rows of a body that is read in parts; null where there are none after others. */
    public static @Nullable Samples part(SampleShape shape, ValueRows rows, int @Nullable [] labels) {
        requireRows(shape, rows);
        return rows.newRows() == 0 ? null : new Samples(shape, rows.take(), labels);
    }

    private static void requireRows(SampleShape shape, ValueRows rows) {
        if (rows.rows() == 0) {
            throw Problem.invalid("#/values", "at least one sample is needed");
        }
        if (rows.rowLength() != shape.size()) {
            throw Problem.invalid(
                    "#/values/0",
                    "a sample of shape " + Arrays.toString(shape.dimensions()) + " has " + shape.size()
                            + " values, not " + rows.rowLength());
        }
    }

    private static void requireLabels(int count, int @Nullable [] labels) {
        if (labels != null && labels.length != count) {
            throw Problem.invalid("#/labels", labels.length + " labels for " + count + " samples");
        }
    }

    private static void requireSize(ExpectedSamples expected, SampleShape.Image picture) {
        double values = (double) picture.channels() * picture.height() * picture.width();
        if (values > expected.maxValues()) {
            throw Problem.tooLarge("the picture is " + picture.width() + "×" + picture.height() + " pixels; at most "
                    + expected.maxValues() / picture.channels() + " pixels are taken at once");
        }
    }

    /** @param pointer where the body says its shape */
    public static void requireShape(ExpectedSamples expected, SampleShape actual, String pointer) {
        if (expected.size() == PictureSize.ANY
                && expected.shape() instanceof SampleShape.Image wanted
                && actual instanceof SampleShape.Image picture) {
            if (picture.channels() != wanted.channels()) {
                throw Problem.invalid(pointer, wanted.channels() + " channels are needed, not " + picture.channels());
            }
            requireSize(expected, picture);
        } else if (!actual.equals(expected.shape())) {
            throw Problem.invalid(
                    pointer,
                    "samples of shape " + Arrays.toString(expected.shape().dimensions()) + " are needed, not of shape "
                            + Arrays.toString(actual.dimensions()));
        }
    }
}
