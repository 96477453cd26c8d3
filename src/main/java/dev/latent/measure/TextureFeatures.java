package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.ImageFilters;
import dev.latent.nn.engine.NativeOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What pictures are like without a classifier: how much random filters without a mean find in each quarter of the picture
 * at three scales, as logarithms, and its mean colours in 4 × 4 places; each in standard deviations of the data. Blobs lie near
 * the data's mean in pixels and in what most networks see, and so within the reach of its neighbours; they lack what the
 * filters find.
 */
public final class TextureFeatures {
    private static final int SCALES = 3;
    private static final int FILTERS = 4;
    private static final int SIDE = 3;
    private static final int PLACES = 4;
    private static final int QUARTERS = 2;
    private static final long SEED = 1;
    private static final float LEAST_ENERGY = 1e-3f;
    private static final float LEAST_DEVIATION = 1e-3f;

    private final List<NDArray> filters;
    private final NDArray mean;
    private final NDArray deviation;

    private TextureFeatures(List<NDArray> filters, NDArray mean, NDArray deviation) {
        this.filters = filters;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** @param data pictures {@code [n, c, h, w]} in [0,1] @param manager what they live as long as */
    public static TextureFeatures of(NDArray data, NDManager manager) {
        List<NDArray> filters = filters(manager, data.getShape().get(1));
        try (NDManager measuring = manager.newSubManager()) {
            NDArray found = Chunks.map(data, Chunks.FORWARD, x -> found(x, filters));
            found.attach(measuring);
            NDArray mean = found.mean(new int[] {0});
            NDArray deviation =
                    found.sub(mean).square().mean(new int[] {0}).sqrt().add(LEAST_DEVIATION);
            mean.attach(manager);
            deviation.attach(manager);
            return new TextureFeatures(filters, mean, deviation);
        }
    }

    /** {@code [n, d]}. */
    public NDArray of(NDArray x) {
        return Chunks.map(
                x, Chunks.FORWARD, piece -> found(piece, filters).sub(mean).div(deviation));
    }

    private static NDArray found(NDArray x, List<NDArray> filters) {
        NDArray at = NativeOperations.rowMajor(x);
        NDList parts =
                new NDList(ImageFilters.means(at, PLACES).reshape(at.getShape().get(0), -1));
        for (NDArray some : filters) {
            NDArray energies =
                    ImageFilters.means(ImageFilters.convolved(at, some).square(), QUARTERS);
            parts.add(
                    energies.reshape(at.getShape().get(0), -1).add(LEAST_ENERGY).log());
            at = ImageFilters.halved(at);
        }
        return NDArrays.concat(parts, 1);
    }

    /** Normal numbers, without the mean over the window: flat areas give nothing. */
    private static List<NDArray> filters(NDManager manager, long channels) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<NDArray> filters = new ArrayList<>();
        for (int scale = 0; scale < SCALES; scale++) {
            float[] values = new float[Math.toIntExact(FILTERS * channels * SIDE * SIDE)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            NDArray drawn = manager.create(values, new Shape(FILTERS * channels, SIDE * SIDE));
            NDArray centred = drawn.sub(drawn.mean(new int[] {1}, true));
            NDArray filter = centred.reshape(FILTERS, channels, SIDE, SIDE);
            filter.attach(manager);
            filters.add(filter);
        }
        return filters;
    }
}
