/** Hyperparameters as data: bound from JSON, checked, and described by a schema. */
@org.springframework.modulith.NamedInterface("hyperparameter")
@NullMarked
package dev.latent.family.hyperparameter;

import org.jspecify.annotations.NullMarked;
