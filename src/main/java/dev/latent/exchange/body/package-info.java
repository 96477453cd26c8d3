/** What every format has in common: what may come, and what came. */
@org.springframework.modulith.NamedInterface("body")
@NullMarked
package dev.latent.exchange.body;

import org.jspecify.annotations.NullMarked;
