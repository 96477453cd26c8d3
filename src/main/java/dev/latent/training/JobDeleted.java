package dev.latent.training;

/** A job is gone; what it published stays. */
record JobDeleted(String id) {}
