/** How networks are sized for a kind of samples. */
@NullMarked
package dev.latent.family.network;

import org.jspecify.annotations.NullMarked;
