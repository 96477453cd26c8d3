package dev.latent.papers;

import dev.latent.quality.ValidationFigure;
import dev.latent.quality.card.Effort;
import java.util.List;

/**
 * One training and what is to come of it.
 *
 * @param id names its files
 * @param title what is learned from what, in words
 * @param datasets by name
 * @param hyperparameters JSON; the others have the family's defaults
 * @param watched decides when the training ends and which epoch counts
 * @param claims in the order in which they are told
 */
record Experiment(
        String id,
        String title,
        String family,
        List<String> datasets,
        String hyperparameters,
        int batchSize,
        ValidationFigure watched,
        Effort effort,
        List<Claim> claims) {
    static final long SEED = 1;
    static final String TRAIN_ON = "train";
    /** More than patience or time allow. */
    static final int MOST_EPOCHS = 10_000;

    Experiment(
            String id,
            String title,
            String family,
            List<String> datasets,
            String hyperparameters,
            int batchSize,
            ValidationFigure watched,
            Claim... claims) {
        this(id, title, family, datasets, hyperparameters, batchSize, watched, Effort.PAPERS, List.of(claims));
    }
}
