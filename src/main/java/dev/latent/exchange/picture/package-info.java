/** Sample bodies as pictures. */
@org.springframework.modulith.NamedInterface("picture")
@NullMarked
package dev.latent.exchange.picture;

import org.jspecify.annotations.NullMarked;
