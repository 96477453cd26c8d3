/** Datasets that are found in a folder. */
@NullMarked
package dev.latent.dataset.source.found;

import org.jspecify.annotations.NullMarked;
