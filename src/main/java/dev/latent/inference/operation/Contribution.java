package dev.latent.inference.operation;

import org.jspecify.annotations.Nullable;

/**
 * What a column of a file has to do with a row's score. Numbers are in the column's own units, dates in seconds since
 * 1970.
 *
 * @param column its name, or {@code x0} and so on where the table came without names
 * @param share of the row's score, from 0 to 1
 * @param value the number or the category that was sent; null where it was missing
 * @param expected the number or the category that the model expects there by the other columns
 * @param low from where on nearly all normal values lie, as far from what is expected as 99 of 100 do; null where that is
 *     not known
 * @param high up to where they lie
 */
public record Contribution(
        String column,
        double share,
        @Nullable Object value,
        Object expected,
        @Nullable Double low,
        @Nullable Double high) {}
