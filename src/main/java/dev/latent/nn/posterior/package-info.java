/** Distributions over codes. */
@org.springframework.modulith.NamedInterface("posterior")
@NullMarked
package dev.latent.nn.posterior;

import org.jspecify.annotations.NullMarked;
