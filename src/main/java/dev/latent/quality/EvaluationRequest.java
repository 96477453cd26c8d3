package dev.latent.quality;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code evaluation.json}: what is to be measured.
 *
 * @param title what the card's page is headed with
 * @param version folder of the model
 * @param datasets prepared folders of what it was trained on, in order
 * @param classifiers folder that keeps trained classifiers
 * @param n samples to take, or null for what a card takes by itself
 * @param threads of the engine
 */
public record EvaluationRequest(
        String title,
        Path version,
        List<Path> datasets,
        Path classifiers,
        @Nullable Integer n,
        long seed,
        int threads) {}
