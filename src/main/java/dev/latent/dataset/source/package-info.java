/** Files that others made, read with suspicion and turned into prepared datasets. */
@NullMarked
package dev.latent.dataset.source;

import org.jspecify.annotations.NullMarked;
