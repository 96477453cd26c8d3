/** Sample bodies as NumPy arrays, and the arrays themselves. */
@org.springframework.modulith.NamedInterface("npy")
@NullMarked
package dev.latent.exchange.npy;

import org.jspecify.annotations.NullMarked;
