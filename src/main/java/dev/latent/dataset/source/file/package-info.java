/** The files of an upload or a folder, archives opened, read with suspicion. */
@NullMarked
package dev.latent.dataset.source.file;

import org.jspecify.annotations.NullMarked;
