/**
 * {@code /openapi.json}: the interface as its code declares it, described by the comments of that code, with examples
 * from {@code openapi/*.yaml} that a test sends.
 */
@NullMarked
package dev.latent.platform.document;

import org.jspecify.annotations.NullMarked;
