package dev.latent.inference.operation;

import org.jspecify.annotations.Nullable;

/**
 * Query parameters of every inference call.
 *
 * @param version which version answers: a number, {@code latest} or an alias; {@code latest} by default
 * @param seed what randomness is drawn from; without it one is drawn, and told in the header {@code Latent-Seed}
 */
public record Selection(@Nullable String version, @Nullable Long seed) {}
