/** Tables in CSV files. */
@NullMarked
package dev.latent.dataset.source.csv;

import org.jspecify.annotations.NullMarked;
