/** What went wrong, as the problem details of the HTTP interface. */
@NullMarked
package dev.latent.platform.failure;

import org.jspecify.annotations.NullMarked;
