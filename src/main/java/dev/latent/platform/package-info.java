/** What the whole service needs once: problem details, request ids, the OpenAPI document. Nobody depends on it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package dev.latent.platform;

import org.jspecify.annotations.NullMarked;
