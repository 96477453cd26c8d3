/** What each operation computes. */
@NullMarked
package dev.latent.inference.operation;

import org.jspecify.annotations.NullMarked;
