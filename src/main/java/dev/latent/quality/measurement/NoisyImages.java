package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import dev.latent.measure.Chunks;
import dev.latent.measure.Psnr;
import dev.latent.measure.Ssim;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/** Clean images and their corrupted copies; tells how near to the clean ones a denoiser comes. */
record NoisyImages(SampleShape.Image shape, NDArray clean, NDArray noisy) {
    /** For a method's text. */
    static final String BOUND = "at most %.0f each".formatted(Psnr.MOST);

    /** Of each image's PSNR the mean, in dB. */
    double psnr(NDArray denoised) {
        double[] values = new double[Math.toIntExact(clean.getShape().get(0))];
        Chunks.forEach(clean, Chunks.FORWARD, (from, piece) -> {
            Samples reference = Exhibits.samples(shape, piece, null);
            NDArray others = denoised.get(from + ":" + (from + reference.count()));
            others.attach(piece.getManager());
            Samples images = Exhibits.samples(shape, others, null);
            IntStream.range(0, reference.count())
                    .parallel()
                    .forEach(i -> values[from.intValue() + i] = Psnr.of(reference.sample(i), images.sample(i)));
        });
        return StatUtils.mean(values);
    }

    /** Of the first images' SSIM the mean. */
    double ssim(NDArray denoised, int count) {
        int n = (int) Math.min(count, clean.getShape().get(0));
        Samples reference = Exhibits.samples(shape, clean.get(":" + n), null);
        Samples images = Exhibits.samples(shape, denoised.get(":" + n), null);
        return IntStream.range(0, n)
                .parallel()
                .mapToDouble(i -> Ssim.of(shape, reference.sample(i), images.sample(i)))
                .average()
                .orElseThrow();
    }

    /** The filter that comes nearest. */
    Filter best(List<Filter> filters) {
        return filters.stream()
                .max(Comparator.comparingDouble(filter -> psnr(filter.function().apply(noisy))))
                .orElseThrow();
    }
}
