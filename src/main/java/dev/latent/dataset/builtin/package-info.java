/** The datasets that the service makes itself, byte for byte the same on every machine. */
@org.springframework.modulith.NamedInterface("builtin")
@NullMarked
package dev.latent.dataset.builtin;

import org.jspecify.annotations.NullMarked;
