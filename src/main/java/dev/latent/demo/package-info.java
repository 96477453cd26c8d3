/** {@code ./demo}: a client of the HTTP interface that shows the whole way from a dataset to pictures. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"image"})
@NullMarked
package dev.latent.demo;

import org.jspecify.annotations.NullMarked;
