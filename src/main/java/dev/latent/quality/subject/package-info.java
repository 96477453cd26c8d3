/** A model that is being measured, and what it makes of its data. */
@NullMarked
package dev.latent.quality.subject;

import org.jspecify.annotations.NullMarked;
