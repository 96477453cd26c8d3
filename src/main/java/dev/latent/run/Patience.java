package dev.latent.run;

import java.time.Duration;

/**
 * How long a validated training goes on.
 *
 * @param epochs without an improvement after which it ends
 * @param longest time it may take
 */
public record Patience(int epochs, Duration longest) {}
