/** Samples as measures see them. */
@NullMarked
package dev.latent.quality.data;

import org.jspecify.annotations.NullMarked;
