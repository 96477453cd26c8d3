package dev.latent.inference.operation;

import dev.latent.measure.Psnr;
import dev.latent.measure.Ssim;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Samples before and after corruption, and after denoising. */
public record Denoised(SampleData clean, SampleData noisy, SampleData denoised, List<Score> perSample) {
    /** Means over the samples. */
    public Comparison mean(Function<Score, @Nullable Comparison> measure) {
        return new Comparison(
                mean(perSample.stream()
                        .map(measure)
                        .map(it -> it == null ? null : it.noisy())
                        .toList()),
                mean(perSample.stream()
                        .map(measure)
                        .map(it -> it == null ? null : it.denoised())
                        .toList()));
    }

    private static @Nullable Double mean(List<@Nullable Double> values) {
        double sum = 0;
        for (Double value : values) {
            if (value == null) {
                return null;
            }
            sum += value;
        }
        return sum / values.size();
    }

    /**
     * How near a sample is to the clean one.
     *
     * @param psnr dB, with a peak of 1, at most {@link Psnr#MOST}; null for vectors
     * @param ssim null for vectors
     * @param mse in squared units of the dataset
     */
    public record Score(@Nullable Comparison psnr, @Nullable Comparison ssim, Comparison mse) {
        /** Of the i-th sample. */
        static Score of(int i, SampleData clean, SampleData noisy, SampleData denoised) {
            if (clean instanceof Samples x && noisy instanceof Samples y && denoised instanceof Samples z) {
                return ofFloats(clean.shape(), x.sample(i), y.sample(i), z.sample(i));
            }
            Comparison mse = new Comparison(
                    ((Table) noisy).meanSquaredError(i, (Table) clean),
                    ((Table) denoised).meanSquaredError(i, (Table) clean));
            return new Score(null, null, mse);
        }

        private static Score ofFloats(SampleShape shape, float[] clean, float[] noisy, float[] denoised) {
            Comparison mse =
                    new Comparison(Psnr.meanSquaredError(clean, noisy), Psnr.meanSquaredError(clean, denoised));
            if (!(shape instanceof SampleShape.Image image)) {
                return new Score(null, null, mse);
            }
            return new Score(
                    new Comparison(Psnr.of(clean, noisy), Psnr.of(clean, denoised)),
                    new Comparison(Ssim.of(image, clean, noisy), Ssim.of(image, clean, denoised)),
                    mse);
        }
    }

    /** A figure before and after denoising; null where it has no meaning. */
    public record Comparison(
            @Nullable Double noisy, @Nullable Double denoised) {}
}
