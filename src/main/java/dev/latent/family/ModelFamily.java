package dev.latent.family;

import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.hyperparameter.Description;
import dev.latent.nn.layer.Weights;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A family of models: hyperparameters as data, and functions that build its networks and its training step.
 *
 * @param <H> a record whose components are the hyperparameters, bounded by Bean Validation and described by
 *     {@link Description}
 */
public interface ModelFamily<H extends Record> {
    FamilyProfile profile();

    default String id() {
        return profile().id();
    }

    /** What a model with these hyperparameters on this data can do. */
    default Set<Operation> operations(H hyperparameters, DataShape data) {
        return profile().operations();
    }

    /** The paper's defaults. */
    H defaults();

    /** Defaults that fit this data, such as {@code mlp} for vectors. */
    default H defaultsFor(DataShape data) {
        return defaults();
    }

    /** Defaults that fit this data and what else was asked for, such as the step size of the optimizer chosen. */
    default H defaultsFor(DataShape data, JsonNode given) {
        return defaultsFor(data);
    }

    /** How long a job trains, and from how large batches, that says neither. */
    default TrainingDefaults trainingDefaults(H hyperparameters, DataShape data) {
        return profile().trainingDefaults();
    }

    /**
     * The side, in pixels, of the square windows that are seen of pictures larger than that, each in a random orientation;
     * 0 where it sees whole samples.
     */
    default int cropSide(H hyperparameters) {
        return 0;
    }

    /** How many batches a step takes with these hyperparameters, as {@link TrainingStep#batchesPerStep()} will say. */
    default int batchesPerStep(H hyperparameters) {
        return 1;
    }

    /** Whether a model with these hyperparameters learns from windows of pictures, so that these may be of any sizes. */
    default boolean learnsFromWindows(H hyperparameters) {
        return cropSide(hyperparameters) > 0;
    }

    /** The ways in which pictures may be varied while a model of this family learns from them. */
    default Set<Augmentation> augmentations() {
        return Set.of();
    }

    /** Those of them that few pictures are varied by unless the client says otherwise. */
    default Set<Augmentation> usualAugmentations() {
        return augmentations();
    }

    /** Whether it learns between two datasets. */
    default boolean unpaired() {
        return profile().unpaired();
    }

    /** What Bean Validation on the single fields can't see. */
    default List<Violation> check(H hyperparameters, DataShape data) {
        return List.of();
    }

    /**
     * Builds the networks.
     *
     * @param weights makes each network's weights, fresh from a seed or blank to be loaded into
     */
    GenerativeModel build(H hyperparameters, DataShape data, Weights.Source weights);

    /** @param model what {@link #build} made */
    TrainingStep trainingStep(GenerativeModel model, H hyperparameters, DataShape data);

    /**
     * A hyperparameter that can't be.
     *
     * @param field its name; nested ones as {@code corruptions/0/level}
     */
    record Violation(String field, String detail) {}
}
