package dev.latent.cluster;

import java.time.Instant;

/** This machine's own clock. It may be wrong by a minute, and is not what different machines compare. */
@FunctionalInterface
interface MachineTime {
    Instant now();
}
