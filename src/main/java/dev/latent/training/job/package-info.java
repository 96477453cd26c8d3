/** The rows of jobs, their statuses, their queue and their events. */
@NullMarked
package dev.latent.training.job;

import org.jspecify.annotations.NullMarked;
