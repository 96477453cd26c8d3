/** Work that waits in line in the database, and is done once, in order, whatever process dies over it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "cluster")
@NullMarked
package dev.latent.task;

import org.jspecify.annotations.NullMarked;
