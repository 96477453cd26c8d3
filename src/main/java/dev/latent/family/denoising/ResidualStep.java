package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Corrupted;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.Noise;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Losses;
import dev.latent.nn.training.Muon;
import dev.latent.nn.training.TrainableNetwork;
import dev.latent.nn.training.TrainingState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ‖x̃ − n(x̃, σ) − t‖², the mean over pixels, the target t being x or a second corruption of x; beside it, where levels
 * are told apart, the estimator learns σ from noise of its own. The step sizes rise at the start and fall to 0 over the
 * run.
 */
final class ResidualStep implements TrainingStep {
    /** The mean square over pixels is small. */
    private static final double SCALE = 100;

    private static final double WARM_UP = 0.04;
    private static final double FIRST = 1e-3;
    /** Of the noisy samples: pictures in a file are clipped, arrays need not be. */
    private static final double CLIPPED = 0.25;

    private final ResidualDenoiser model;
    private final DenoisingHyperparameters h;
    private final Muon denoiserOptimizer;
    private final TrainableNetwork denoiser;
    private final @Nullable LevelStep estimator;

    ResidualStep(ResidualDenoiser model, DenoisingHyperparameters h) {
        this.model = model;
        this.h = h;
        Weights weights = model.networks().get("denoiser");
        this.denoiserOptimizer =
                new Muon(weights, h.muonLearningRate(), h.adam().settings());
        this.denoiser = new TrainableNetwork(weights, it -> denoiserOptimizer);
        this.estimator = model.levels() == null ? null : new LevelStep(model, model.levels());
    }

    @Override
    public Map<String, NDArray> update(List<TrainingBatch> batches) {
        NDArray x = batches.get(0).varied().x();
        double factor = rateFactor(batches.get(0).share());
        denoiserOptimizer.scaleRate(factor);
        if (h.target() == Target.BLIND_SPOT) {
            return Map.of("loss", denoiser.minimize(() -> new BlindSpot(model).loss(x)));
        }
        Corrupted drawn = Corruption.oneOf(h.corruptions(), x, Range.PIXELS, Noise.ENGINE);
        NDArray seen = partlyClipped(drawn.values());
        NDArray told = model.levels() == null
                ? null
                : drawn.levels().reshape(x.getShape().get(0));
        NDArray target =
                h.target() == Target.CLEAN ? x : Corruption.applyOneOf(h.corruptions(), x, Range.PIXELS, Noise.ENGINE);
        Map<String, NDArray> losses = new LinkedHashMap<>();
        losses.put("loss", denoiser.minimize(() -> loss(seen, told, target)));
        if (estimator != null) {
            losses.put("levelLoss", estimator.update(x, factor));
        }
        return losses;
    }

    private NDArray loss(NDArray seen, @Nullable NDArray told, NDArray target) {
        NDArray error = Losses.meanSquaredError(model.noise(seen, told), seen.sub(target));
        return NativeOperations.scaled(error, SCALE);
    }

    private static double rateFactor(double share) {
        return Math.min(1, (share + FIRST) / WARM_UP) * 0.5 * (1 + Math.cos(Math.PI * share));
    }

    static NDArray partlyClipped(NDArray noisy) {
        Shape perSample = new Shape(noisy.getShape().get(0), 1, 1, 1);
        NDArray clipped =
                Noise.ENGINE.uniform(noisy.getManager(), perSample).lt(CLIPPED).toType(noisy.getDataType(), false);
        return noisy.add(Range.PIXELS.clip(noisy).sub(noisy).mul(clipped));
    }

    @Override
    public TrainingState state() {
        TrainingState state = new TrainingState().with("denoiser", denoiser);
        return estimator == null ? state : state.with("estimator", estimator.network());
    }
}
