/** NumPy arrays. */
@NullMarked
package dev.latent.dataset.source.npy;

import org.jspecify.annotations.NullMarked;
