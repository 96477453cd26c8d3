package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.LearnedLevels;
import dev.latent.family.FindsNoise;
import dev.latent.family.GenerativeModel;
import dev.latent.family.PictureDenoiser;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Conditioning;
import dev.latent.nn.layer.EvenSides;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape.Image;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** r(x̃) = x̃ − n(x̃, σ), the level σ of the noise being told, or estimated, where levels can be told apart. */
final class ResidualDenoiser implements GenerativeModel, FindsNoise {
    private final Map<String, Weights> networks = new LinkedHashMap<>();
    private final Map<String, LayerDescription> structure = new LinkedHashMap<>();
    private final Layer denoiser;
    private final @Nullable Layer estimator;
    private final @Nullable LearnedLevels levels;
    private final boolean learnedFromNoisy;
    private final int reach;
    private final int windowSide;

    /** @param levels null where it is not told the level */
    ResidualDenoiser(DenoisingHyperparameters h, int channels, @Nullable LearnedLevels levels, Weights.Source weights) {
        this.levels = levels;
        this.learnedFromNoisy = h.target() == Target.BLIND_SPOT;
        this.reach = ResidualNetwork.reach(h.blocks());
        this.windowSide = h.cropSide() / 2 * 2;
        int planes = levels == null ? channels : channels + 1;
        Weights ofDenoiser = weights.in(h.precision()).network();
        this.denoiser = ResidualNetwork.of(ofDenoiser, planes, channels, h.channels(), h.blocks());
        add("denoiser", ofDenoiser, denoiser);
        if (levels == null) {
            this.estimator = null;
            return;
        }
        Weights ofEstimator = weights.network();
        this.estimator = LevelNetwork.of(ofEstimator, channels);
        add("estimator", ofEstimator, estimator);
    }

    private void add(String name, Weights weights, Layer network) {
        networks.put(name, weights);
        structure.put(name, network.description());
    }

    @Override
    public Map<String, Weights> networks() {
        return networks;
    }

    @Override
    public Map<String, LayerDescription> structure() {
        return structure;
    }

    @Override
    public @Nullable LearnedLevels levels() {
        return levels;
    }

    @Override
    public boolean learnedFromNoisy() {
        return learnedFromNoisy;
    }

    @Override
    public int reach() {
        return reach;
    }

    @Override
    public int windowSide() {
        return windowSide;
    }

    @Override
    public NDArray noise(NDArray pictures, @Nullable NDArray told) {
        Shape shape = pictures.getShape();
        NDArray seen = EvenSides.of(pictures);
        return EvenSides.cut(
                denoiser.apply(told == null ? seen : Conditioning.joinPlane(seen, told)), pictures.getShape());
    }

    @Override
    public NDArray level(NDArray windows) {
        if (estimator == null) {
            throw new IllegalStateException("it tells no levels apart");
        }
        return estimator.apply(windows);
    }

    @Override
    public NDArray denoise(NDArray corrupted) {
        if (levels == null) {
            return corrupted.sub(noise(corrupted, null)).clip(0, 1);
        }
        PictureDenoiser pictures = new PictureDenoiser(levels, windowSide, new Forward(corrupted.getManager()));
        Shape shape = corrupted.getShape();
        Image picture = new Image((int) shape.get(1), (int) shape.get(2), (int) shape.get(3));
        NDList denoised = new NDList();
        for (long i = 0; i < shape.get(0); i++) {
            float[] values = NativeOperations.rowMajor(corrupted.get(i)).toFloatArray();
            float[] rest = pictures.denoise(values, picture, null).values();
            denoised.add(corrupted.getManager().create(rest, new Shape(1).addAll(shape.slice(1))));
        }
        return NDArrays.concat(denoised).clip(0, 1);
    }

    /** On this model at once. */
    private final class Forward implements PictureDenoiser.Finder {
        private final NDManager parent;

        Forward(NDManager parent) {
            this.parent = parent;
        }

        @Override
        public float[] noise(float[] picture, Image shape, @Nullable Float level) {
            try (NDManager manager = parent.newSubManager()) {
                NDArray x = manager.create(picture, batch(1, shape));
                NDArray told = level == null ? null : manager.create(new float[] {level});
                return NativeOperations.rowMajor(ResidualDenoiser.this.noise(x, told))
                        .toFloatArray();
            }
        }

        @Override
        public float[] levels(float[] windows, Image window) {
            try (NDManager manager = parent.newSubManager()) {
                return level(manager.create(windows, batch(windows.length / window.size(), window)))
                        .toFloatArray();
            }
        }

        private static Shape batch(long count, Image shape) {
            return new Shape(count, shape.channels(), shape.height(), shape.width());
        }
    }
}
