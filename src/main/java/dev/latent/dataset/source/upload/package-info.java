/** Datasets that clients send. */
@NullMarked
package dev.latent.dataset.source.upload;

import org.jspecify.annotations.NullMarked;
