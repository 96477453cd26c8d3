package dev.latent.registry;

/**
 * One file of a version.
 *
 * @param sha256 64 hexadecimal digits
 */
public record Artifact(String name, long bytes, String sha256) {}
