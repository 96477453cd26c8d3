/** What quality is measured by. Knows no Spring. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"nn", "sample"})
@NullMarked
package dev.latent.measure;

import org.jspecify.annotations.NullMarked;
