package dev.latent.registry;

/** A version was published; told inside the transaction that publishes it. */
public record VersionPublished(ModelVersion version) {}
