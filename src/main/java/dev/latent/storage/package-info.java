/**
 * Keeps whole folders and single files for everyone who runs this service: on disk, or in a bucket ({@code s3}). Nobody
 * outside works on the files themselves but under a {@link dev.latent.storage.Lease}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"cluster", "files", "home"})
@NullMarked
package dev.latent.storage;

import org.jspecify.annotations.NullMarked;
