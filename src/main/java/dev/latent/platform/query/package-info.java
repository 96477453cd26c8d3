/** Query parameters: what a request brings held against what its handler declares. */
@NullMarked
package dev.latent.platform.query;

import org.jspecify.annotations.NullMarked;
