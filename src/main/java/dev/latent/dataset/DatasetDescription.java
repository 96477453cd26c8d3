package dev.latent.dataset;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latent.sample.Columns;
import dev.latent.sample.PictureForm;
import dev.latent.sample.PictureSizes;
import dev.latent.sample.SampleShape;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset is, without its samples.
 *
 * @param classes the classes' names by label, or null where samples have no labels
 * @param counts samples by split; every split is there, an empty one with 0
 * @param valueRange [0,1] for images; what the training split holds for vectors
 * @param columns of vectors, with what they are standardized by; null for images
 * @param labelColumn the name of the column that the classes were taken from, or null
 * @param digest SHA-256 in hexadecimal of shape, classes, values, labels and splits: the same content has the same
 *     digest under any name
 * @param source where it comes from, in words
 * @param classBalance samples by split and label, without a split whose samples have none; null without labels
 * @param shape of a sample; of pictures that are kept whole, each in its own size, that of the middles that are shown of
 *     several
 * @param pictures how the pictures were read that it is made of, or null where it is made of others
 */
@JsonIgnoreProperties(value = "kind", allowGetters = true)
public record DatasetDescription(
        String name,
        SampleShape shape,
        @Nullable List<String> classes,
        Map<Split, Integer> counts,
        ValueRange valueRange,

        @JsonAlias("columnStatistics") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Columns columns,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String labelColumn,

        String digest,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<Split, List<Integer>> classBalance,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PictureForm pictures) {

    /** Of images. */
    public static DatasetDescription ofImages(
            String name,
            SampleShape shape,
            @Nullable List<String> classes,
            Map<Split, Integer> counts,
            String digest,
            String source) {
        return new DatasetDescription(
                name, shape, classes, counts, ValueRange.PIXELS, null, null, digest, source, null, null);
    }

    /** What the {@code dataset.json} of a prepared folder says. */
    public static DatasetDescription ofManifest(byte[] json) throws IOException {
        return Manifest.parse(json, "a recorded description").description();
    }

    /** {@code image} or {@code vector}. */
    @JsonProperty
    public String kind() {
        return shape.isImage() ? "image" : "vector";
    }

    public int count(Split split) {
        return counts.getOrDefault(split, 0);
    }

    /** 0 without labels. */
    public int classCount() {
        return classes == null ? 0 : classes.size();
    }

    /** Of pictures that are kept whole, each in its own size, of which samples are the middles; else null. */
    @JsonIgnore
    public @Nullable PictureSizes sizes() {
        return pictures == null ? null : pictures.sizes();
    }

    public DatasetDescription withoutBalance() {
        return new DatasetDescription(
                name, shape, classes, counts, valueRange, columns, labelColumn, digest, source, null, pictures);
    }
}
