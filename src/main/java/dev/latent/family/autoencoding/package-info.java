/** What families with an encoder and a decoder share. */
@NullMarked
package dev.latent.family.autoencoding;

import org.jspecify.annotations.NullMarked;
