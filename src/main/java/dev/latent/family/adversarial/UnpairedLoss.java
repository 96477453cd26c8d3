package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import java.util.function.BinaryOperator;

/**
 * What the networks between two domains minimize.
 *
 * @param adversarial of each generator against the discriminator of the domain that it leads to
 * @param distance from a sample to what came back of it, scalar
 * @param distanceName what the distances' sum is called, such as {@code cycleConsistencyLoss}
 * @param distanceWeight λ
 * @param identityWeight of the distance from a sample to its translation into the domain that it is from
 */
public record UnpairedLoss(
        AdversarialLoss adversarial,
        BinaryOperator<NDArray> distance,
        String distanceName,
        double distanceWeight,
        double identityWeight) {}
