/** Measures this service, its peers and what the machine can do, and reports them as ratios. No part of the service. */
@NullMarked
package dev.latent.bench;

import org.jspecify.annotations.NullMarked;
