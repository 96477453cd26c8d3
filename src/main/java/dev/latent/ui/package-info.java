/** The page at {@code /} and the guide at {@code /guide}: static files and the documents, shown by the service itself. Nobody depends on it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "problem")
@NullMarked
package dev.latent.ui;

import org.jspecify.annotations.NullMarked;
