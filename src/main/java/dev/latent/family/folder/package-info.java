/** A trained model as files. */
@org.springframework.modulith.NamedInterface("folder")
@NullMarked
package dev.latent.family.folder;

import org.jspecify.annotations.NullMarked;
