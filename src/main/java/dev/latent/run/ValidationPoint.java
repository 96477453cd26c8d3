package dev.latent.run;

/**
 * One epoch of a validated training.
 *
 * @param epoch from 1
 * @param seconds trained until then, validation included, interruptions not
 */
public record ValidationPoint(int epoch, double value, double seconds) {}
