/** What everyone needs of files: written aside and moved, digests, bounded input, deleted folders, temporary folders. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.latent.files;

import org.jspecify.annotations.NullMarked;
