/** Responses with what trained models compute. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "family",
            "family :: folder",
            "nn :: engine",
            "nn :: layer",
            "sample",
            "exchange",
            "exchange :: body",
            "exchange :: csv",
            "exchange :: json",
            "exchange :: npy",
            "exchange :: picture",
            "dataset",
            "registry",
            "storage",
            "corruption",
            "measure",
            "image",
            "files",
            "problem"
        })
@NullMarked
package dev.latent.inference;

import org.jspecify.annotations.NullMarked;
