package dev.latent.inference.http;

import dev.latent.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How strong the noise is that is to be removed.
 *
 * @param level the noise's standard deviation, of pixels in [0, 1]: that of 25 grey values of 255 is 0.098; without it
 *     that of each picture is estimated, and told in the header {@code Latent-Noise-Level} and, of JSON, in {@code noiseLevels}
 */
record LevelQuery(@Nullable Double level) {
    private static double most() {
        return 4;
    }

    /** @throws Problem 400 for what is no level */
    void requireLevel() {
        if (level != null && !(level >= 0 && level <= most())) {
            throw Problem.badParameter(
                    "level",
                    "level must be 0 to 4, in pixels from 0 to 1, not " + level
                            + (level > most() && level <= 255 ? "; of 255 that is %.4f".formatted(level / 255) : ""));
        }
    }
}
