package dev.latent.family.network;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.layer.Conditioning;
import org.jspecify.annotations.Nullable;

/**
 * How labels get into networks.
 *
 * @param classes how many there are, or 0 where nothing is conditional
 */
public record Labels(int classes) {
    public static final Labels NONE = new Labels(0);

    /** {@code x} with the labels joined, as values or as planes of an image; {@code x} itself where nothing is conditional. */
    public NDArray join(NDArray x, @Nullable NDArray labels, boolean flat) {
        if (classes == 0 || labels == null) {
            return x;
        }
        return Conditioning.join(flat ? x.reshape(x.getShape().get(0), -1) : x, labels, classes);
    }
}
