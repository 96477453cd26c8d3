/** Networks, losses and optimizers on DJL's PyTorch engine, with the native operations that DJL lacks. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.latent.nn;

import org.jspecify.annotations.NullMarked;
