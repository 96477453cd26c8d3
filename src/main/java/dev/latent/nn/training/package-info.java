/** Losses, optimizers, and what else moves weights. */
@org.springframework.modulith.NamedInterface("training")
@NullMarked
package dev.latent.nn.training;

import org.jspecify.annotations.NullMarked;
