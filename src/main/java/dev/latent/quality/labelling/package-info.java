/** Who tells the class of samples, and in which features they are compared. */
@NullMarked
package dev.latent.quality.labelling;

import org.jspecify.annotations.NullMarked;
