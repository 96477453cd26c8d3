/** One attempt at a job, from its preparation to the publication of what it trained. */
@NullMarked
package dev.latent.training.attempt;

import org.jspecify.annotations.NullMarked;
