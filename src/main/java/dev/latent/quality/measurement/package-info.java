/** What can be measured, and when. */
@NullMarked
package dev.latent.quality.measurement;

import org.jspecify.annotations.NullMarked;
