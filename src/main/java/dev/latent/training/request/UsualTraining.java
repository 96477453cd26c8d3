package dev.latent.training.request;

import dev.latent.dataset.DatasetDescription;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import dev.latent.sample.SampleShape.Image;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a family trains with some hyperparameters.
 *
 * @param batchesPerStep how many batches a step takes
 * @param cuts whether it sees windows of the pictures, of which there are more than pictures
 */
record UsualTraining(TrainingDefaults defaults, int batchesPerStep, boolean cuts) {
    private static final UsualTraining UNKNOWN = new UsualTraining(new TrainingDefaults(1, 1, 1), 1, false);

    /** @param complete hyperparameters; what is not known yet, or found to be wrong, does not matter */
    static UsualTraining of(@Nullable ModelFamily<?> family, List<DatasetDescription> datasets, JsonNode complete) {
        if (family == null || datasets.isEmpty()) {
            return UNKNOWN;
        }
        DatasetDescription first = datasets.get(0);
        return of(family, first, new DataShape(first.shape(), first.classCount()), complete);
    }

    private static <H extends Record> UsualTraining of(
            ModelFamily<H> family, DatasetDescription dataset, DataShape data, JsonNode complete) {
        try {
            H h = HyperparameterBinding.bind(family, data, complete);
            int side = family.cropSide(h);
            boolean larger = data.sample() instanceof Image image && Math.max(image.height(), image.width()) > side;
            boolean cuts = side > 0 && (larger || dataset.sizes() != null);
            return new UsualTraining(family.trainingDefaults(h, data), family.batchesPerStep(h), cuts);
        } catch (InvalidHyperparameters alreadyTold) {
            return UNKNOWN;
        }
    }
}
