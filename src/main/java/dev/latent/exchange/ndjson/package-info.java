/** Sample bodies as lines of JSON, one a sample. */
@org.springframework.modulith.NamedInterface("ndjson")
@NullMarked
package dev.latent.exchange.ndjson;

import org.jspecify.annotations.NullMarked;
