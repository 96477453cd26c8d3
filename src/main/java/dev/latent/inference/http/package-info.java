/** Operations over HTTP: controllers, their queries and their answers. */
@NullMarked
package dev.latent.inference.http;

import org.jspecify.annotations.NullMarked;
