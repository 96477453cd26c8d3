/** What figures are told with: where they come from, and their place in the README. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.latent.report;

import org.jspecify.annotations.NullMarked;
