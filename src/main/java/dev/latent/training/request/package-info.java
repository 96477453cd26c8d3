/** From the body of a request to a plan, with all that is wrong with it told at once. */
@NullMarked
package dev.latent.training.request;

import org.jspecify.annotations.NullMarked;
