/** An attempt at a run, from its request to its version. */
@org.springframework.modulith.NamedInterface("attempt")
@NullMarked
package dev.latent.run.attempt;

import org.jspecify.annotations.NullMarked;
