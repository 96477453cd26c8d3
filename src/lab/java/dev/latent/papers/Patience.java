package dev.latent.papers;

import java.time.Duration;

/**
 * How long a validated training goes on.
 *
 * @param epochs without an improvement after which it ends
 * @param longest time it may take
 */
record Patience(int epochs, Duration longest) {}
