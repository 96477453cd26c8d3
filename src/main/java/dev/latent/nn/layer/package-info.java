/** Layers with their weights, and the networks that they make. */
@org.springframework.modulith.NamedInterface("layer")
@NullMarked
package dev.latent.nn.layer;

import org.jspecify.annotations.NullMarked;
