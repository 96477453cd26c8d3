/**
 * Datasets: those that the service makes itself, those it finds in a folder and those that clients upload, all kept in
 * one prepared form that is mapped into memory. {@link dev.latent.dataset.Dataset} and what it hands out know no
 * Spring; {@link dev.latent.dataset.Datasets} is the service's catalogue of them.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "sample",
            "image",
            "exchange",
            "exchange :: body",
            "exchange :: csv",
            "exchange :: npy",
            "exchange :: picture",
            "problem",
            "paging",
            "home",
            "files",
            "storage"
        })
@NullMarked
package dev.latent.dataset;

import org.jspecify.annotations.NullMarked;
