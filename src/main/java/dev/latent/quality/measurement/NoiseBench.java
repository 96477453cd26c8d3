package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.Noise;
import dev.latent.dataset.Split;
import dev.latent.family.Denoises;
import dev.latent.measure.Chunks;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a denoiser stands beside two classical filters.
 *
 * @param clean test images
 * @param chosenOn validation images, on which the filters are set
 */
record NoiseBench(Denoises model, SampleShape.Image shape, NDArray clean, NDArray chosenOn) {
    static final int CHOOSING = 200;

    static NoiseBench of(Subject subject, CardDraft card, NDManager manager) throws NotMeasurable {
        Part test = subject.heldOut().atLeast(1);
        Part validation = subject.part(Split.VALIDATION).atLeast(1);
        return new NoiseBench(
                (Denoises) subject.model(),
                (SampleShape.Image) subject.shape(),
                test.array(manager, test.some(card.effort().samples(), card.seed())),
                validation.array(manager, validation.some(CHOOSING, card.seed())));
    }

    int count() {
        return Math.toIntExact(clean.getShape().get(0));
    }

    /** Corrupts the test images and lets everyone remove the noise. @param manager what the images live as long as */
    Outcome outcome(List<Corruption> corruptions, NDManager manager) {
        NoisyImages choosing = noisy(corruptions, chosenOn, manager);
        Filter median = choosing.best(Filter.medians());
        Filter blur = choosing.best(Filter.blurs());
        NoisyImages images = noisy(corruptions, clean, manager);
        return new Outcome(
                images,
                all(images, model::denoise),
                new Filtered(median.name(), all(images, median.function())),
                new Filtered(blur.name(), all(images, blur.function())));
    }

    private static NDArray all(NoisyImages images, UnaryOperator<NDArray> function) {
        return Chunks.map(images.noisy(), Chunks.FORWARD, function);
    }

    private NoisyImages noisy(List<Corruption> corruptions, NDArray images, NDManager manager) {
        NDArray x = images.duplicate();
        x.attach(manager);
        NDArray corrupted = Corruption.applyOneOf(corruptions, x, Range.PIXELS, Noise.ENGINE);
        return new NoisyImages(shape, x, Range.PIXELS.clip(corrupted));
    }

    /** What became of noisy images. */
    record Outcome(NoisyImages images, NDArray denoised, Filtered median, Filtered blur) {
        double noisyPsnr() {
            return images.psnr(images.noisy());
        }

        double denoisedPsnr() {
            return images.psnr(denoised);
        }

        /** Of the better filter. */
        double filteredPsnr() {
            return Math.max(images.psnr(median.images), images.psnr(blur.images));
        }

        /** Noisy, denoised, and by either filter. */
        List<NDArray> all() {
            return List.of(images.noisy(), denoised, median.images, blur.images);
        }
    }

    /** @param setting of the filter */
    record Filtered(String setting, NDArray images) {}
}
