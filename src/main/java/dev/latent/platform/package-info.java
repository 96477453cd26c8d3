/** What the whole service needs once: problem details, request ids, the OpenAPI document, the device. Nobody depends on it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"cluster", "nn :: engine", "problem", "storage"})
@NullMarked
package dev.latent.platform;

import org.jspecify.annotations.NullMarked;
