package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Corrupted;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.LearnedLevels;
import dev.latent.corruption.Noise;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Adam;
import dev.latent.nn.training.Losses;
import dev.latent.nn.training.Muon;
import dev.latent.nn.training.TrainableNetwork;
import java.util.List;

/** The estimator learns how strong noise is, from none to stronger noise than the denoiser learns. */
final class LevelStep {
    private static final double MARGIN = 1.2;
    private static final double STRONG = 0.3;
    private static final Adam.Settings ADAM = new Adam.Settings(3e-3);
    private static final double MUON_RATE = 0.02;

    private final ResidualDenoiser model;
    private final List<Corruption> corruption;
    private final Muon optimizer;
    private final TrainableNetwork network;

    LevelStep(ResidualDenoiser model, LearnedLevels levels) {
        this.model = model;
        this.corruption = List.of(
                new Corruption(Corruption.Kind.GAUSSIAN, null, 0.0, Math.max(STRONG, MARGIN * levels.highest())));
        Weights weights = model.networks().get("estimator");
        this.optimizer = new Muon(weights, MUON_RATE, ADAM);
        this.network = new TrainableNetwork(weights, it -> optimizer);
    }

    /** @param factor of the step sizes @return the loss */
    NDArray update(NDArray x, double factor) {
        Corrupted drawn = Corruption.oneOf(corruption, x, Range.PIXELS, Noise.ENGINE);
        NDArray seen = ResidualStep.partlyClipped(drawn.values());
        NDArray level = drawn.levels().reshape(x.getShape().get(0));
        optimizer.scaleRate(factor);
        return network.minimize(() -> Losses.meanSquaredLogRatio(model.level(seen), level));
    }

    TrainableNetwork network() {
        return network;
    }
}
