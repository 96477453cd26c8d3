/** What all model families share: hyperparameters, networks, one training step, and what a trained model can do. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "nn :: engine",
            "nn :: layer",
            "nn :: posterior",
            "nn :: training",
            "sample",
            "corruption"
        })
@NullMarked
package dev.latent.family;

import org.jspecify.annotations.NullMarked;
