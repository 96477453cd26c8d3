package dev.latent.inference.http;

import dev.latent.family.Translates.Direction;
import dev.latent.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which way to translate.
 *
 * @param direction from the kind of the first dataset to that of the second, or back
 */
record TranslationQuery(
        @Schema(allowableValues = {"a-to-b", "b-to-a"}) @Nullable
        String direction) {
    TranslationQuery {
        direction = direction == null ? Direction.A_TO_B.id() : direction;
    }

    /** @throws Problem 400 if there is no such direction */
    Direction way() {
        return Arrays.stream(Direction.values())
                .filter(it -> it.id().equals(direction))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter(
                        "direction", "direction can be a-to-b or b-to-a, not '" + direction + "'"));
    }
}
