/** Training jobs: their queue, the child processes that run them, and what these report. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "child",
            "cluster",
            "task",
            "run",
            "run :: attempt",
            "family",
            "family :: folder",
            "family :: hyperparameter",
            "dataset",
            "registry",
            "storage",
            "files",
            "sample",
            "problem",
            "paging",
            "home"
        })
@NullMarked
package dev.latent.training;

import org.jspecify.annotations.NullMarked;
