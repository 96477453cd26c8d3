/** The datasets that the service makes itself, byte for byte the same on every machine. */
@NullMarked
package dev.latent.dataset.builtin;

import org.jspecify.annotations.NullMarked;
