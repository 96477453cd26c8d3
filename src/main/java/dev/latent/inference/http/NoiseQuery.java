package dev.latent.inference.http;

import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Kind;
import dev.latent.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How clean samples are corrupted.
 *
 * @param noise which noise is added
 * @param level the noise's standard deviation, 0 to 4, in that of the columns for vectors; of {@code masking} and
 *     {@code salt-and-pepper} the share of the values, 0 to 1
 */
record NoiseQuery(
        @Schema(allowableValues = {"gaussian", "masking", "salt-and-pepper", "speckle"}) @Nullable
        String noise,

        @Nullable Double level) {
    private static final double USUAL = 0.5;
    private static final double MOST = 4;

    NoiseQuery {
        noise = noise == null ? Kind.GAUSSIAN.id() : noise;
        level = level == null ? (Double) USUAL : level;
    }

    /** @throws Problem 400 if there is no such noise or level */
    Corruption corruption() {
        Kind kind = Arrays.stream(Kind.values())
                .filter(it -> it.id().equals(noise))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter("noise", "noise can be " + kinds() + ", not '" + noise + "'"));
        double most = kind.isFraction() ? 1 : MOST;
        if (!(level >= 0 && level <= most)) {
            throw Problem.badParameter("level", "level of " + noise + " noise must be 0 to " + most + ", not " + level);
        }
        return Corruption.of(kind, level);
    }

    private static String kinds() {
        return Arrays.stream(Kind.values()).map(Kind::id).collect(Collectors.joining(", "));
    }
}
