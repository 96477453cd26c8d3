/** What a sample is: its shape, its values, its label. Knows nothing else. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.latent.sample;

import org.jspecify.annotations.NullMarked;
