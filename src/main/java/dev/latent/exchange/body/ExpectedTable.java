package dev.latent.exchange.body;

import dev.latent.sample.Columns;

/**
 * What a body of vectors has columns of.
 *
 * @param columns found by their names where they have some; numbers are standardized by them
 * @param labels what a column of labels is called, which may be there
 * @param ignoresFurther whether further columns are left out rather than refused
 */
public record ExpectedTable(Columns columns, LabelNames labels, boolean ignoresFurther) {}
