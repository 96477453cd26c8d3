/** Answers of any length, computed and sent part by part. */
@NullMarked
package dev.latent.inference.stream;

import org.jspecify.annotations.NullMarked;
