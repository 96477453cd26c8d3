/** {@code ./papers --anomalies}: how well unusual rows of tables are found, beside what needs no network. */
@NullMarked
package dev.latent.papers.anomaly;

import org.jspecify.annotations.NullMarked;
