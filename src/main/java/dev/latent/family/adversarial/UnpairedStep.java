package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.Variation;
import dev.latent.family.adversarial.AdversarialLoss.Round;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.training.Adam;
import dev.latent.nn.training.ImagePool;
import dev.latent.nn.training.TrainingState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One update of both generators G: A → B and F: B → A, then one of both discriminators on what the generators just
 * made, or on older ones of theirs from a pool (Zhu 2017; Kim 2017).
 */
public final class UnpairedStep implements TrainingStep {
    private final UnpairedNetworks networks;
    private final UnpairedLoss loss;
    private final Players players;
    private final ImagePool poolA;
    private final ImagePool poolB;
    private final InstanceNoise noise;

    /** @param imagePoolSize of each discriminator's pool, 0 for none */
    public UnpairedStep(
            UnpairedNetworks networks,
            UnpairedLoss loss,
            Adam.Settings adam,
            AdversarialOptions options,
            int imagePoolSize) {
        this.networks = networks;
        this.loss = loss;
        this.players = Players.of(
                networks.generators(),
                networks.discriminators(),
                weights -> new Adam(weights, adam),
                options.emaDecay());
        Shape sample = new Shape(
                Arrays.stream(networks.shape().dimensions()).asLongStream().toArray());
        this.poolA = new ImagePool(networks.generators(), imagePoolSize, sample);
        this.poolB = new ImagePool(networks.generators(), imagePoolSize, sample);
        this.noise = new InstanceNoise(options.instanceNoise());
        networks.networks().values().forEach(weights -> weights.training(true));
    }

    @Override
    public Map<String, NDArray> update(List<TrainingBatch> batches) {
        NDArray a = networks.inside(batches.get(0).x());
        NDArray b = networks.inside(Objects.requireNonNull(batches.get(0).otherX()));
        Map<String, NDArray> losses = new LinkedHashMap<>();
        NDArray fakeA = players.generator().record(() -> networks.toA(b));
        NDArray fakeB = players.generator().record(() -> networks.toB(a));
        Variation variation = batches.get(0).variation();
        NDArray generatorLoss = players.generator()
                .minimize(() -> withDistances(adversarial(fakeA, fakeB, variation), a, b, fakeA, fakeB, losses));
        players.generatorUpdated();
        NDArray shownA = poolA.exchange(fakeA.stopGradient());
        NDArray shownB = poolB.exchange(fakeB.stopGradient());
        losses.put("generatorLoss", generatorLoss);
        losses.put(
                loss.adversarial().discriminatorLossName(),
                players.discriminator()
                        .minimize(() -> judged(a, shownA, variation, networks::discriminateA)
                                .add(judged(b, shownB, variation, networks::discriminateB))));
        return losses;
    }

    /** L(G) + L(F). */
    private NDArray adversarial(NDArray fakeA, NDArray fakeB, Variation variation) {
        return loss.adversarial()
                .generatorLoss(networks.discriminateA(shown(fakeA, variation)))
                .add(loss.adversarial().generatorLoss(networks.discriminateB(shown(fakeB, variation))));
    }

    /** … + λ (d(F(G(a)), a) + d(G(F(b)), b)) + λ′ (d(F(a), a) + d(G(b), b)). */
    private NDArray withDistances(
            NDArray adversarial, NDArray a, NDArray b, NDArray fakeA, NDArray fakeB, Map<String, NDArray> parts) {
        NDArray cycle = loss.distance()
                .apply(networks.toA(fakeB), a)
                .add(loss.distance().apply(networks.toB(fakeA), b));
        parts.put(loss.distanceName(), cycle);
        NDArray objective = NativeOperations.sum(adversarial, cycle, loss.distanceWeight());
        if (loss.identityWeight() == 0) {
            return objective;
        }
        NDArray identity =
                loss.distance().apply(networks.toA(a), a).add(loss.distance().apply(networks.toB(b), b));
        parts.put("identityLoss", identity);
        return NativeOperations.sum(objective, identity, loss.identityWeight());
    }

    private NDArray judged(NDArray real, NDArray fake, Variation variation, UnaryOperator<NDArray> discriminator) {
        NDArray x = shown(real, variation);
        NDArray made = shown(fake, variation);
        Round round = new Round(x, made, discriminator.apply(x), discriminator.apply(made), discriminator);
        return loss.adversarial().discriminatorLoss(round, new LinkedHashMap<>());
    }

    /** As a discriminator sees real and generated samples alike. */
    private NDArray shown(NDArray x, Variation variation) {
        return noise.on(variation.of(x, 0));
    }

    @Override
    public Serving serving() {
        return players.serving();
    }

    @Override
    public TrainingState state() {
        return players.state().with("poolA", poolA).with("poolB", poolB);
    }
}
