package dev.latent.run.validation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.Noise;
import dev.latent.family.Denoises;
import java.io.IOException;
import java.util.List;

/** How near a denoiser comes to the pictures, in dB of their mean squared error. @param corruptions that it learns to undo */
record PsnrMeasure(Judged judged, List<Corruption> corruptions) implements Measure {
    @Override
    public String name() {
        return "validationPsnr";
    }

    @Override
    public String meaning() {
        return "the PSNR";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public double take(NDManager manager) throws IOException {
        Denoises denoiser = (Denoises) judged.model().model();
        double error = judged.mean(
                batch -> {
                    NDArray noisy = Range.PIXELS.clip(
                            Corruption.applyOneOf(corruptions, batch.x(), Range.PIXELS, Noise.ENGINE));
                    return denoiser.denoise(noisy)
                            .clip(0, 1)
                            .sub(batch.x())
                            .square()
                            .mean()
                            .getFloat();
                },
                manager);
        return -10 * Math.log10(Math.max(1e-10, error));
    }
}
