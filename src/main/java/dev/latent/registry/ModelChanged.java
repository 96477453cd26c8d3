package dev.latent.registry;

/** What a model's aliases stand for, or which versions it has, has changed; told inside the transaction that does it. */
public record ModelChanged(String model) {}
