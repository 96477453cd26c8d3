/** What a run tells while it goes. */
@NullMarked
package dev.latent.run.report;

import org.jspecify.annotations.NullMarked;
