package dev.latent.papers;

/**
 * One look at a validated training.
 *
 * @param epoch epochs done, with the fraction of the current one
 * @param seconds trained until then, validation included, interruptions not
 */
record ValidationPoint(double epoch, double value, double seconds) {}
