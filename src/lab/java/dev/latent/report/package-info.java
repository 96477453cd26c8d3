/** What figures are told with: where they come from, and their place in {@code docs/measurements.md}. */
@NullMarked
package dev.latent.report;

import org.jspecify.annotations.NullMarked;
