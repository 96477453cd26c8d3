/** Versions of trained models: published whole or not at all, found by number, alias or {@code latest}. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "cluster",
            "storage",
            "files",
            "family",
            "family :: folder",
            "family :: hyperparameter",
            "measure",
            "nn :: engine",
            "sample",
            "problem",
            "paging"
        })
@NullMarked
package dev.latent.registry;

import org.jspecify.annotations.NullMarked;
