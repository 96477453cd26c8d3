/** Step after step: batches, schedule, and the rows that are held back. */
@NullMarked
package dev.latent.run.loop;

import org.jspecify.annotations.NullMarked;
