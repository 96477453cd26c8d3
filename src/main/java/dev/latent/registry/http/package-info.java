/** Models, versions and aliases over HTTP. */
@NullMarked
package dev.latent.registry.http;

import org.jspecify.annotations.NullMarked;
