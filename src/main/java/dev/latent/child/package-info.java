/** One supervisor of child processes: bounded in memory and time, stopped and killed the same way, their last words kept. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"nn :: engine"})
@NullMarked
package dev.latent.child;

import org.jspecify.annotations.NullMarked;
