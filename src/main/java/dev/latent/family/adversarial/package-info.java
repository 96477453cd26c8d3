/** What families with discriminators share. */
@NullMarked
package dev.latent.family.adversarial;

import org.jspecify.annotations.NullMarked;
