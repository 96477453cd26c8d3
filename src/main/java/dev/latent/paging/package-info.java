/** Lists in pages: {@code {"items": […], "next": "cursor" or null}}. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package dev.latent.paging;

import org.jspecify.annotations.NullMarked;
