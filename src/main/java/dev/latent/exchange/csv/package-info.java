/** CSV as people have it: how a text is written is recognized where that is beyond doubt, else said to be unclear. */
@org.springframework.modulith.NamedInterface("csv")
@NullMarked
package dev.latent.exchange.csv;

import org.jspecify.annotations.NullMarked;
