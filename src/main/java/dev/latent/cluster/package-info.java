/** What several processes of this service share, and how they share out the work. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.latent.cluster;

import org.jspecify.annotations.NullMarked;
