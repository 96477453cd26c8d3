package dev.latent.quality.card;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code quality.json}: how good a version is.
 *
 * @param n the number of samples that was asked for; each figure tells its own
 * @param codeVersion of what trained the model
 * @param measuredBy the version of the code that measured it: cards of one version, whose classifiers have the same
 *     weights, can be compared; null on cards from before it was told
 * @param seconds how long measuring took
 * @param classifier what gave features and labels, or null where none was needed
 * @param notMeasured what would suit the family but could not be measured
 * @param verdict says, in one sentence, that the model does no better than what takes no training; left out where it does
 * @param cautions which figures can't be relied on, and why; left out where all can
 */
public record QualityCard(
        int formatVersion,
        String family,
        List<DatasetReference> datasets,
        int n,
        long seed,
        String codeVersion,
        Instant measuredAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String measuredBy,
        double seconds,
        @Nullable ClassifierNote classifier,
        List<Figure> figures,
        List<Table> tables,
        List<Unmeasured> notMeasured,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String verdict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> cautions) {
    @JsonCreator
    public QualityCard {}

    /** A card with nothing but figures. */
    public QualityCard(
            int formatVersion,
            String family,
            List<DatasetReference> datasets,
            int n,
            long seed,
            String codeVersion,
            Instant measuredAt,
            @Nullable String measuredBy,
            double seconds,
            @Nullable ClassifierNote classifier,
            List<Figure> figures,
            List<Table> tables,
            List<Unmeasured> notMeasured) {
        this(
                formatVersion,
                family,
                datasets,
                n,
                seed,
                codeVersion,
                measuredAt,
                measuredBy,
                seconds,
                classifier,
                figures,
                tables,
                notMeasured,
                null,
                null);
    }

    public static final int FORMAT_VERSION = 1;

    /**
     * @param testAccuracy share of the test split that it labels right
     * @param weights the first digits of their SHA-256; null on cards from before it was told
     */
    public record ClassifierNote(
            String dataset,
            double testAccuracy,
            int n,
            String method,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String weights) {
        private static final double RELIABLE = 0.9;
        private static final int FEWEST = 30;

        public ClassifierNote(String dataset, double testAccuracy, int n, String method) {
            this(dataset, testAccuracy, n, method, null);
        }

        /** Whether what it says of classes, and the distances between what it sees, can be relied on. */
        @JsonIgnore
        public boolean isReliable() {
            return testAccuracy >= RELIABLE && n >= FEWEST;
        }

        /** What to say of it where it is not reliable. */
        public String caution() {
            return "The classifier of %s gives %.0f%% of %d test samples their label: what it says of classes can't be relied on."
                    .formatted(dataset, 100 * testAccuracy, n);
        }

        public ClassifierNote withWeights(String digest) {
            return new ClassifierNote(dataset, testAccuracy, n, method, digest);
        }
    }

    public record Unmeasured(String measure, String reason) {}

    public Optional<Figure> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }
}
