package dev.latent.bench;

/** @param seconds of each, warm-ups too */
record Iterations(int warmUps, int count, double seconds) {}
