/** The failures that every part of the HTTP interface answers with (RFC 9457). */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.latent.problem;

import org.jspecify.annotations.NullMarked;
