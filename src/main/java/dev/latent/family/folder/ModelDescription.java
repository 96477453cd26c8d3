package dev.latent.family.folder;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.family.DataShape;
import dev.latent.family.Operation;
import dev.latent.sample.Columns;
import dev.latent.sample.PictureForm;
import dev.latent.sample.SampleShape;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code model.json} of a version's folder: all that is needed to use the weights beside it.
 *
 * @param formatVersion {@value #FORMAT_VERSION}: 2 flattens images pixel after pixel, 1 did it channel after channel
 * @param hyperparameters all of them, with defaults
 * @param classes the names of the classes, or null where samples have no labels
 * @param columns of a vector dataset (A of an unpaired family; B's stand in {@code datasets}), else null
 * @param datasets one, or two (A, B) for an unpaired family
 * @param job the id of the job that trained it, or null for a run by hand
 * @param epochs how many epochs were trained
 */
public record ModelDescription(
        int formatVersion,
        String family,
        Set<Operation> operations,
        JsonNode hyperparameters,
        SampleShape shape,
        @Nullable List<String> classes,

        @JsonAlias("columnStatistics") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Columns columns,

        List<DatasetReference> datasets,
        long seed,
        @Nullable String job,
        double epochs,
        String codeVersion,
        Instant createdAt) {
    public static final int FORMAT_VERSION = 2;

    public DataShape data() {
        return new DataShape(shape, classes == null ? 0 : classes.size());
    }

    /** Of the first or the second domain of an unpaired family; of the only one of others. Null for images. */
    public @Nullable Columns columns(int domain) {
        Columns own = domain < datasets.size() ? datasets.get(domain).columns() : null;
        return own == null ? columns : own;
    }

    /** How the pictures of a domain were read, as for {@link #columns(int)}; null where it was made of others. */
    public @Nullable PictureForm pictures(int domain) {
        return domain < datasets.size() ? datasets.get(domain).pictures() : null;
    }

    /**
     * Which data it was trained on.
     *
     * @param columns of a vector dataset, else null
     * @param labelColumn the name of the column that its classes were taken from, or null
     * @param pictures how the pictures were read that it was made of, or null
     * @param trainOn {@code train} or {@code train+validation}; null where it was not told
     * @param heldBack how many rows of that were left out, to learn an anomaly threshold on; null where none were
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DatasetReference(
            String name,
            String digest,
            @JsonAlias("columnStatistics") @Nullable Columns columns,
            @Nullable String labelColumn,
            @Nullable PictureForm pictures,
            @Nullable String trainOn,
            @Nullable Integer heldBack) {
        public DatasetReference(String name, String digest) {
            this(name, digest, null, null, null, null, null);
        }
    }
}
