/** How samples travel over HTTP: JSON, pictures, NPY, CSV and lines of JSON, in both directions. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sample", "image", "files", "problem"})
@NullMarked
package dev.latent.exchange;

import org.jspecify.annotations.NullMarked;
