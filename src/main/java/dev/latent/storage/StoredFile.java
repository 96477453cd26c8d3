package dev.latent.storage;

/**
 * One file of a folder.
 *
 * @param sha256 64 hexadecimal digits
 */
public record StoredFile(String name, long bytes, String sha256) {}
