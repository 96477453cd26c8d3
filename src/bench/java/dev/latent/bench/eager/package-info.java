/** The families' training steps on libtorch, driven eagerly from Java as its users write them: a peer of ours. */
@NullMarked
package dev.latent.bench.eager;

import org.jspecify.annotations.NullMarked;
