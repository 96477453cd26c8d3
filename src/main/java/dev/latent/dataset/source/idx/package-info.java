/** IDX files, as MNIST is kept. */
@NullMarked
package dev.latent.dataset.source.idx;

import org.jspecify.annotations.NullMarked;
