package dev.latent.inference.operation;

import dev.latent.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where to where, and in how many steps. Exactly one pair of ends is given.
 *
 * @param fromSeed where it begins: a code drawn from this seed; needs {@code toSeed}
 * @param toSeed where it ends: a code drawn from this seed
 * @param fromLabel where it begins: this class, by index or by name, for models that take labels; needs {@code toLabel}; the code is drawn from
 *     {@code seed}
 * @param toLabel where it ends: this class
 * @param fromIndex where it begins: the code of this sample of the dataset; needs {@code toIndex}
 * @param toIndex where it ends: the code of this sample
 * @param dataset whose samples, for {@code fromIndex} and {@code toIndex}; by default the one that the model was trained on
 * @param split whose samples, for {@code fromIndex} and {@code toIndex}; by default {@code test}
 * @param steps how many samples, both ends among them
 * @param path {@code linear}, or {@code spherical} along the great circle; by default spherical between drawn codes and linear
 *     between the codes of samples and between classes
 * @param label the class, by index or by name, of all samples between two seeds, for models that take labels
 */
public record InterpolationQuery(
        @Nullable Long fromSeed,

        @Nullable Long toSeed,

        @Nullable String fromLabel,

        @Nullable String toLabel,

        @Nullable Integer fromIndex,

        @Nullable Integer toIndex,
        @Nullable String dataset,

        @Schema(allowableValues = {"train", "validation", "test"}) @Nullable
        String split,

        @Min(value = 2, message = "must be 2 to 256") @Max(value = 256, message = "must be 2 to 256") @Nullable
        Integer steps,

        @Schema(allowableValues = {"linear", "spherical"}) @Nullable
        String path,

        @Nullable String label) {
    private static final int USUAL = 9;

    public InterpolationQuery {
        steps = steps == null ? (Integer) USUAL : steps;
    }

    /** Between what. @throws Problem 400 unless exactly one pair of ends is given */
    public Ends ends() {
        pair("fromSeed", fromSeed, "toSeed", toSeed);
        pair("fromLabel", fromLabel, "toLabel", toLabel);
        pair("fromIndex", fromIndex, "toIndex", toIndex);
        if (Stream.of(fromSeed, fromLabel, fromIndex).filter(it -> it != null).count() != 1) {
            throw Problem.badParameter(
                    "fromSeed",
                    "give one pair of ends: fromSeed and toSeed, fromLabel and toLabel, or fromIndex and toIndex");
        }
        return fromSeed != null ? Ends.SEEDS : fromLabel != null ? Ends.LABELS : Ends.SAMPLES;
    }

    private static void pair(String from, @Nullable Object one, String to, @Nullable Object other) {
        if ((one == null) != (other == null)) {
            String missing = one == null ? from : to;
            throw Problem.badParameter(missing, missing + " is missing; " + from + " and " + to + " go together");
        }
    }

    /** @throws Problem 400 if there is no such path */
    InterpolationPath pathOr(InterpolationPath usual) {
        return path == null ? usual : InterpolationPath.of(path);
    }

    /** What an interpolation goes between. */
    public enum Ends {
        SEEDS,
        LABELS,
        SAMPLES
    }
}
