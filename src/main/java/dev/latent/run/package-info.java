/** What runs in the child process: the training loop, its checkpoints and its report. Knows neither Spring nor SQL. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "family",
            "family :: folder",
            "family :: hyperparameter",
            "nn :: engine",
            "nn :: layer",
            "nn :: training",
            "sample",
            "image",
            "dataset",
            "files",
            "corruption",
            "measure"
        })
@NullMarked
package dev.latent.run;

import org.jspecify.annotations.NullMarked;
