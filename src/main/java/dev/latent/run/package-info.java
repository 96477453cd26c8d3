/** What runs in the child process: the training loop, its checkpoints and its report. Knows neither Spring nor SQL. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"family", "nn", "sample", "image", "dataset", "corruption"})
@NullMarked
package dev.latent.run;

import org.jspecify.annotations.NullMarked;
