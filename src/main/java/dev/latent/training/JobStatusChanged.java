package dev.latent.training;

/** A job has come into a status. */
public record JobStatusChanged(String job, String family, JobStatus status) {}
