package dev.latent.dataset;

import dev.latent.problem.Problem;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which samples a client asks for, as query parameters.
 *
 * @param split which part of the dataset
 * @param index of the first one
 * @param count how many; by default 16, or as many as there are
 */
record SampleWindow(
        @Schema(allowableValues = {"train", "validation", "test"}) @Nullable
        String split,

        @Min(value = 0, message = "must be at least 0") @Nullable
        Integer index,

        @Min(value = 1, message = "must be 1 to 1024") @Max(value = MOST, message = "must be 1 to 1024") @Nullable
        Integer count) {
    private static final int USUAL = 16;
    private static final int MOST = 1024;
    private static final long MOST_VALUES = 1 << 24;

    SampleWindow {
        split = split == null ? Split.TEST.toString() : split;
        index = index == null ? (Integer) 0 : index;
    }

    /** @throws Problem 400 where the dataset doesn't have them */
    SampleData cut(Dataset dataset) {
        SampleSource source = source(dataset);
        int from = index;
        if (from >= source.count()) {
            throw Problem.badParameter(
                    "index", "index must be 0 to " + (source.count() - 1) + " in this split, not " + from);
        }
        int most = (int) Math.min(MOST, Math.max(1, MOST_VALUES / source.shape().size()));
        int left = Math.min(most, source.count() - from);
        int wanted = count == null ? Math.min(USUAL, left) : count;
        if (wanted < 1 || wanted > left) {
            throw Problem.badParameter("count", "count must be 1 to " + left + " from here, not " + wanted);
        }
        return wanted == 1 && dataset.description().sizes() != null ? whole(source, from) : source.data(from, wanted);
    }

    private static Samples whole(SampleSource source, int index) {
        PictureSource pictures = source.pictures();
        SampleShape.Image shape = pictures.shape(index);
        if (shape.size() > MOST_VALUES) {
            throw Problem.badParameter(
                    "count",
                    "this picture is " + shape.width() + "×" + shape.height() + ", which is more than is shown at once;"
                            + " ask for two samples to see their middles");
        }
        float[] values = new float[shape.size()];
        pictures.copy(index, PictureSource.Window.of(shape), values, 0);
        return new Samples(shape, values, source.labelled() ? new int[] {source.label(index)} : null);
    }

    private Split wantedSplit() {
        try {
            return Split.of(split);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("split", e.getMessage());
        }
    }

    private SampleSource source(Dataset dataset) {
        Split wanted = wantedSplit();
        SampleSource source = dataset.split(wanted);
        if (source.count() == 0) {
            throw Problem.badParameter("split", "the split " + wanted + " of this dataset is empty");
        }
        return source;
    }
}
