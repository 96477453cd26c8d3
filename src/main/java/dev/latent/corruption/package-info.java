/** The kinds of noise that a denoiser learns to remove. The randomness itself is an argument. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sample"})
@NullMarked
package dev.latent.corruption;

import org.jspecify.annotations.NullMarked;
