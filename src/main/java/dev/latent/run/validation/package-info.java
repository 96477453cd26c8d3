/** How a model in training does on rows that it is not trained on, and when it has become as good as it will. */
@NullMarked
package dev.latent.run.validation;

import org.jspecify.annotations.NullMarked;
