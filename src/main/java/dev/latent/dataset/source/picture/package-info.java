/** Pictures in folders named after classes. */
@NullMarked
package dev.latent.dataset.source.picture;

import org.jspecify.annotations.NullMarked;
