/** What a run keeps: its state, its pictures and what becomes a version. */
@NullMarked
package dev.latent.run.checkpoint;

import org.jspecify.annotations.NullMarked;
