package dev.latent.inference.operation;

import org.jspecify.annotations.Nullable;

/**
 * What a column has to do with a row's score. Numbers are in the column's own units.
 *
 * @param column its name, or {@code x0} and so on where the table came without names
 * @param share of the row's score, from 0 to 1
 * @param value as it was sent
 * @param expected what the model expects there by the other columns
 * @param low from where on nearly all normal values lie, as far from what is expected as 99 of 100 do; null where that is
 *     not known
 * @param high up to where they lie
 */
public record Contribution(
        String column,
        double share,
        double value,
        double expected,
        @Nullable Double low,
        @Nullable Double high) {}
