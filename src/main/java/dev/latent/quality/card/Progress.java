package dev.latent.quality.card;

/** Hears how far measuring is. */
@FunctionalInterface
public interface Progress {
    /** @param what is being measured @param share of it that is done, 0 to 1 */
    void report(String what, double share);
}
