/** Where the service keeps what it writes. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"files"})
@NullMarked
package dev.latent.home;

import org.jspecify.annotations.NullMarked;
