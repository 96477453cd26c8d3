/**
 * How good samples, reconstructions and densities are: closed formulas over arrays of the engine, with nothing of
 * models, files or requests.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"nn :: engine", "nn :: layer", "nn :: training", "sample", "corruption"})
@NullMarked
package dev.latent.measure;

import org.jspecify.annotations.NullMarked;
