/** Sample bodies as pictures. */
@org.springframework.modulith.NamedInterface("png")
@NullMarked
package dev.latent.exchange.png;

import org.jspecify.annotations.NullMarked;
