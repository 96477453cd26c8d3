package dev.latent.quality;

import ai.djl.ndarray.NDArray;
import dev.latent.measure.Psnr;
import dev.latent.measure.Ssim;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Clean images and their corrupted copies; tells how near to the clean ones a denoiser comes. */
record NoisyImages(SampleShape.Image shape, NDArray clean, NDArray noisy) {
    /** For a method's text. */
    static final String BOUND = "at most %.0f each".formatted(Psnr.MOST);

    /** Of each image's PSNR the mean, in dB. */
    double psnr(NDArray denoised) {
        Samples reference = Exhibits.samples(shape, clean, null);
        Samples images = Exhibits.samples(shape, denoised, null);
        return IntStream.range(0, reference.count())
                .parallel()
                .mapToDouble(i -> Psnr.of(reference.sample(i), images.sample(i)))
                .average()
                .orElseThrow();
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
