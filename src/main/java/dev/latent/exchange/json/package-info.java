/** Sample bodies as JSON. */
@org.springframework.modulith.NamedInterface("json")
@NullMarked
package dev.latent.exchange.json;

import org.jspecify.annotations.NullMarked;
