/** Files that others made, read with suspicion and turned into prepared datasets. */
@org.springframework.modulith.NamedInterface("source")
@NullMarked
package dev.latent.dataset.source;

import org.jspecify.annotations.NullMarked;
