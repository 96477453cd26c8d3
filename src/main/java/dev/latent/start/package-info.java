/** How the program is called: its commands, its settings, and what ends its start. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"home", "problem", "storage"})
@NullMarked
package dev.latent.start;

import org.jspecify.annotations.NullMarked;
