package dev.latent.registry;

/** A version's card is there. @param verdict that it does no better than what takes no training, in a sentence */
public record VersionJudged(String model, int version, String verdict) {}
