/** Who may reach the service, and from where. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "problem")
@NullMarked
package dev.latent.access;

import org.jspecify.annotations.NullMarked;
