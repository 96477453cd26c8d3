package dev.latent.registry;

/** A version was deleted; told inside the transaction that deletes it. */
public record VersionDeleted(String model, int version) {}
