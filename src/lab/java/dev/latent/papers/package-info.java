/**
 * The laboratory, {@code ./papers}: trains each family with its paper's setting, or its defaults, and puts our figures
 * beside the paper's. Not in the jar.
 */
@NullMarked
package dev.latent.papers;

import org.jspecify.annotations.NullMarked;
