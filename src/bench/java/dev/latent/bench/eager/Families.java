package dev.latent.bench.eager;

import tools.jackson.databind.JsonNode;

/** Networks and training steps by a family's id. */
final class Families {
    private Families() {}

    static Trained build(String family, JsonNode h, int classes) {
        return switch (family) {
            case "autoencoder", "denoising-autoencoder" -> Autoencoders.plain(h);
            case "vae" -> Autoencoders.variational(h);
            case "gan" -> Games.gan(h);
            case "dcgan" -> Games.dcgan(h);
            case "lsgan" -> Games.lsgan(h);
            case "cgan" -> Games.cgan(h, classes);
            case "wgan" -> Wasserstein.gan(h);
            case "cyclegan" -> Unpaired.cycle(h);
            case "discogan" -> Unpaired.disco(h);
            default -> throw new IllegalArgumentException("there is no peer of " + family);
        };
    }
}
