/** Pictures: PNG, JPEG and TIFF in both directions, and many samples in one picture. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sample"})
@NullMarked
package dev.latent.image;

import org.jspecify.annotations.NullMarked;
