/** Measures every version that is published, in a child process, and answers with its quality card. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "quality",
            "quality :: card",
            "child",
            "task",
            "run",
            "family",
            "family :: folder",
            "dataset",
            "registry",
            "storage",
            "files",
            "problem",
            "home"
        })
@NullMarked
package dev.latent.evaluation;

import org.jspecify.annotations.NullMarked;
