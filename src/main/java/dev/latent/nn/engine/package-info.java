/** What DJL's PyTorch engine is asked for: its start, its settings, operations that DJL does not offer, tensors as files. */
@org.springframework.modulith.NamedInterface("engine")
@NullMarked
package dev.latent.nn.engine;

import org.jspecify.annotations.NullMarked;
