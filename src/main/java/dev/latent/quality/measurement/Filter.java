package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import dev.latent.nn.engine.ImageFilters;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A classical denoiser with its one setting. @param name with the setting, for the card */
record Filter(String name, UnaryOperator<NDArray> function) {
    static List<Filter> medians() {
        return Stream.of(3, 5, 7)
                .map(side -> new Filter(side + "×" + side, x -> ImageFilters.median(x, side)))
                .toList();
    }

    static List<Filter> blurs() {
        return Stream.of(0.4, 0.6, 0.8, 1.0, 1.3, 1.7, 2.2)
                .map(sigma -> new Filter("σ " + sigma, x -> ImageFilters.gaussianBlur(x, sigma)))
                .toList();
    }
}
