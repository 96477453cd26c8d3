/** Draws a quality card. */
@NullMarked
package dev.latent.quality.page;

import org.jspecify.annotations.NullMarked;
