package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import dev.latent.nn.TrainableNetwork;
import dev.latent.nn.TrainingState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** k updates of D, then one of G, each with new z (Goodfellow 2014, algorithm 1). Real and fake go through D apart. */
public final class AdversarialStep implements TrainingStep {
    private final AdversarialNetworks networks;
    private final AdversarialLoss loss;
    private final TrainableNetwork generator;
    private final TrainableNetwork discriminator;
    private final int discriminatorSteps;

    public AdversarialStep(
            AdversarialNetworks networks,
            AdversarialLoss loss,
            TrainableNetwork generator,
            TrainableNetwork discriminator,
            int discriminatorSteps) {
        this.networks = networks;
        this.loss = loss;
        this.generator = generator;
        this.discriminator = discriminator;
        this.discriminatorSteps = discriminatorSteps;
    }

    @Override
    public int batchesPerStep() {
        return discriminatorSteps;
    }

    @Override
    public Map<String, NDArray> update(List<TrainingBatch> batches) {
        Map<String, NDArray> losses = new LinkedHashMap<>();
        for (TrainingBatch batch : batches) {
            losses.put("discriminatorLoss", updateDiscriminator(batch));
        }
        losses.put("generatorLoss", updateGenerator(batches.get(batches.size() - 1)));
        return losses;
    }

    private NDArray updateDiscriminator(TrainingBatch batch) {
        @Nullable NDArray y = batch.labels();
        NDArray real = networks.inside(batch.x());
        NDArray fake = networks.fake(codes(batch), y);
        return discriminator.minimize(() -> loss.discriminatorLoss(
                new AdversarialLoss.Pair(real, networks.discriminate(real, y)),
                new AdversarialLoss.Pair(fake, networks.discriminate(fake, y)),
                x -> networks.discriminate(x, y)));
    }

    private NDArray updateGenerator(TrainingBatch batch) {
        @Nullable NDArray y = batch.labels();
        NDArray z = codes(batch);
        return generator.minimize(() -> loss.generatorLoss(networks.discriminate(networks.fake(z, y), y)));
    }

    private NDArray codes(TrainingBatch batch) {
        return Noise.ENGINE.normal(batch.manager(), new Shape(batch.size(), networks.latentDimension()));
    }

    @Override
    public TrainingState state() {
        return new TrainingState().with("generator", generator).with("discriminator", discriminator);
    }
}
