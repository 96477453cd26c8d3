/** How samples travel over HTTP: JSON, PNG, NPY and CSV, in both directions. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"sample", "image", "files", "problem"})
@NullMarked
package dev.latent.exchange;

import org.jspecify.annotations.NullMarked;
