/** What a quality card says. */
@org.springframework.modulith.NamedInterface("card")
@NullMarked
package dev.latent.quality.card;

import org.jspecify.annotations.NullMarked;
