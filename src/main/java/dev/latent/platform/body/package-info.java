/** Request bodies, before anyone reads them: their type and their length. */
@NullMarked
package dev.latent.platform.body;

import org.jspecify.annotations.NullMarked;
