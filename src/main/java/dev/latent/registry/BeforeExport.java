package dev.latent.registry;

/** Learns of a version, before it is exported, what is to travel with it. */
public interface BeforeExport {
    /** Does nothing where it can't be learned here. */
    void complete(ModelVersion version);
}
