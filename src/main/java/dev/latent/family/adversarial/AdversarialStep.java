package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.adversarial.AdversarialLoss.Round;
import dev.latent.nn.training.Adam;
import dev.latent.nn.training.TrainingState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** k updates of D, then one of G, each with new z (Goodfellow 2014, algorithm 1). */
public final class AdversarialStep implements TrainingStep {
    private final AdversarialNetworks networks;
    private final AdversarialLoss loss;
    private final Players players;
    private final Rules rules;
    private final InstanceNoise noise;

    /**
     * How the game is played.
     *
     * @param discriminatorSteps k
     * @param instanceNoise deviation of the noise on all that D sees
     * @param reuseFakes whether G's update takes the samples that D's last update saw, which deviates from the algorithm
     */
    public record Rules(int discriminatorSteps, double instanceNoise, boolean reuseFakes) {}

    public AdversarialStep(AdversarialNetworks networks, AdversarialLoss loss, Players players, Rules rules) {
        this.networks = networks;
        this.loss = loss;
        this.players = players;
        this.rules = rules;
        this.noise = new InstanceNoise(rules.instanceNoise);
    }

    /** With Adam for both players. */
    public static AdversarialStep byAdam(
            AdversarialNetworks networks, AdversarialLoss loss, Rules rules, Adam.Settings adam, double emaDecay) {
        Players players = Players.of(
                networks.generatorWeights(),
                networks.discriminatorWeights(),
                weights -> new Adam(weights, adam),
                emaDecay);
        return new AdversarialStep(networks, loss, players, rules);
    }

    @Override
    public int batchesPerStep() {
        return rules.discriminatorSteps;
    }

    @Override
    public Map<String, NDArray> update(List<TrainingBatch> batches) {
        Map<String, NDArray> losses = new LinkedHashMap<>();
        TrainingBatch last = batches.get(batches.size() - 1);
        @Nullable NDArray kept = null;
        for (TrainingBatch batch : batches) {
            boolean reused = rules.reuseFakes && batch == last;
            NDArray fake = reused ? players.generator().record(() -> fake(batch)) : fake(batch);
            updateDiscriminator(batch, fake.stopGradient(), losses);
            kept = reused ? fake : null;
        }
        losses.put("generatorLoss", updateGenerator(last, kept));
        players.generatorUpdated();
        return losses;
    }

    private void updateDiscriminator(TrainingBatch batch, NDArray generated, Map<String, NDArray> losses) {
        NDList shown = noise.onBoth(varied(batch, networks.inside(batch.x())), varied(batch, generated));
        Map<String, NDArray> parts = new LinkedHashMap<>();
        NDArray value = players.discriminator()
                .minimize(() -> loss.discriminatorLoss(round(shown.get(0), shown.get(1), batch.labels()), parts));
        losses.put(loss.discriminatorLossName(), value);
        losses.putAll(parts);
    }

    /** Real and fake go through D apart where its statistics are those of a batch; elsewhere together, which is quicker. */
    private Round round(NDArray real, NDArray fake, @Nullable NDArray y) {
        UnaryOperator<NDArray> discriminator = x -> networks.discriminate(x, y);
        if (networks.discriminatesByBatch()) {
            return new Round(real, fake, discriminator.apply(real), discriminator.apply(fake), discriminator);
        }
        NDList logits = networks.discriminate(real.concat(fake), y == null ? null : y.concat(y))
                .split(2);
        return new Round(real, fake, logits.get(0), logits.get(1), discriminator);
    }

    private NDArray updateGenerator(TrainingBatch batch, @Nullable NDArray kept) {
        return players.generator().minimize(() -> {
            NDArray fake = kept == null ? fake(batch) : kept;
            return loss.generatorLoss(networks.discriminate(noise.on(varied(batch, fake)), batch.labels()));
        });
    }

    /** Real and generated samples are varied alike (Zhao 2020). */
    private static NDArray varied(TrainingBatch batch, NDArray x) {
        return batch.variation().of(x, 0);
    }

    private NDArray fake(TrainingBatch batch) {
        Shape shape = new Shape(batch.size(), networks.latentDimension());
        return networks.fake(Noise.ENGINE.normal(batch.manager(), shape), batch.labels());
    }

    @Override
    public Serving serving() {
        return players.serving();
    }

    @Override
    public TrainingState state() {
        return players.state();
    }
}
