/** Loaded versions, and their calls in batches. */
@NullMarked
package dev.latent.inference.engine;

import org.jspecify.annotations.NullMarked;
