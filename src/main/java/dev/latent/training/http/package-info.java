/** Training jobs over HTTP: asked for, watched, cancelled and resumed; what families can be trained. */
@NullMarked
package dev.latent.training.http;

import org.jspecify.annotations.NullMarked;
