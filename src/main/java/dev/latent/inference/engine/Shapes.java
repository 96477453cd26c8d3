package dev.latent.inference.engine;

import dev.latent.sample.SampleShape;
import dev.latent.sample.SampleShape.Image;

public final class Shapes {
    private Shapes() {}

    /** {@code 28×28 pixels with 1 channel}, or {@code 2 values}. */
    public static String inWords(SampleShape shape) {
        return shape instanceof Image image
                ? image.width() + "×" + image.height() + " pixels with " + image.channels()
                        + (image.channels() == 1 ? " channel" : " channels")
                : shape.size() + " values";
    }
}
