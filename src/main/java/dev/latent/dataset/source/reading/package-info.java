/** What readers of all formats share: what was asked for, where samples go, and what is reported. */
@NullMarked
package dev.latent.dataset.source.reading;

import org.jspecify.annotations.NullMarked;
