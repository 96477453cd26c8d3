/** Versions that leave as an archive, or come as one: from a client, or with the service. */
@NullMarked
package dev.latent.registry.archive;

import org.jspecify.annotations.NullMarked;
