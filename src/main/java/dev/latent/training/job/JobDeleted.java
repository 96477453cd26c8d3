package dev.latent.training.job;

/** A job is gone; what it published stays. */
public record JobDeleted(String id) {}
