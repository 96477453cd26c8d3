package dev.latent.inference;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of every inference call.
 *
 * @param version which version answers: a number, {@code latest} or an alias; {@code latest} by default
 * @param seed what randomness is drawn from; without it one is drawn, and told in the header {@code Latent-Seed}
 */
record Selection(
        @Parameter(description = "a version's number, 'latest' (the default) or an alias") @Nullable
        String version,

        @Parameter(description = "what randomness is drawn from; without it one is drawn") @Nullable
        Long seed) {}
