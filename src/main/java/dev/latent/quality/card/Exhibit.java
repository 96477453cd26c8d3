package dev.latent.quality.card;

import dev.latent.image.Picture;

/** A picture on a card's page. */
public record Exhibit(String caption, Picture picture) {}
