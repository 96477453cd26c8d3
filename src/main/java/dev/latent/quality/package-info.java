/**
 * The quality card of a trained model: which measures suit it, what they say, and a page that shows it. Runs in the
 * child process and knows neither Spring nor SQL.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "family",
            "family :: folder",
            "nn :: engine",
            "nn :: layer",
            "sample",
            "corruption",
            "dataset",
            "files",
            "image",
            "measure",
            "problem",
            "run"
        })
@NullMarked
package dev.latent.quality;

import org.jspecify.annotations.NullMarked;
