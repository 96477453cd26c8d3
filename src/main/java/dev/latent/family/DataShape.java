package dev.latent.family;

import dev.latent.sample.SampleShape;

/**
 * What a family needs to know of its data to size its networks.
 *
 * @param classes the number of classes, 0 where samples have no labels
 */
public record DataShape(SampleShape sample, int classes) {
    public boolean labelled() {
        return classes > 0;
    }
}
