/**
 * {@code ./papers}: trains each family with its paper's setting and puts our figure beside the paper's. Knows neither
 * Spring nor SQL.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "quality",
            "run",
            "report",
            "family",
            "dataset",
            "dataset :: source",
            "dataset :: builtin",
            "home",
            "sample",
            "nn"
        })
@NullMarked
package dev.latent.papers;

import org.jspecify.annotations.NullMarked;
