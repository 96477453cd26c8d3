package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Kind;
import dev.latent.family.Denoises;
import dev.latent.family.FindsNoise;
import dev.latent.family.GenerativeModel;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.Table;
import dev.latent.quality.subject.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much of every kind of noise a denoiser removes, at several levels, beside two classical filters. */
public final class NoiseTable implements Measurement {
    private static final Map<Kind, List<Double>> LEVELS = new EnumMap<>(Map.of(
            Kind.GAUSSIAN, List.of(0.25, 0.5, 0.75),
            Kind.MASKING, List.of(0.25, 0.5, 0.75),
            Kind.SALT_AND_PEPPER, List.of(0.1, 0.25, 0.5),
            Kind.SPECKLE, List.of(0.25, 0.5, 1.0)));
    /** 5, 15, 25 and 50 of 255. */
    private static final Map<Kind, List<Double>> OF_PHOTOGRAPHS =
            Map.of(Kind.GAUSSIAN, List.of(0.0196, 0.0588, 0.098, 0.1961));

    private static final List<String> COLUMNS = List.of(
            "kind",
            "level",
            "psnrNoisy",
            "psnrDenoised",
            "psnrMedian",
            "psnrBlur",
            "ssimNoisy",
            "ssimDenoised",
            "ssimMedian",
            "ssimBlur",
            "median",
            "blur");

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Denoises denoiser
                && !denoiser.learnedFromNoisy()
                && subject.shape().isImage();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        try (NDManager manager = subject.manager().newSubManager()) {
            NoiseBench bench = NoiseBench.of(subject, card, manager);
            int similarities = card.effort().similarities();
            List<List<Object>> rows = new ArrayList<>();
            levels(subject.model())
                    .forEach(
                            (kind, levels) -> levels.forEach(level -> rows.add(row(bench, kind, level, similarities))));
            card.add(new Table(
                    "denoising",
                    bench.count(),
                    card.seed(),
                    "means of each test image's PSNR in dB, " + NoisyImages.BOUND + ", and, of " + similarities
                            + ", SSIM; window and σ of the filters chosen on " + NoiseBench.CHOOSING
                            + " validation images",
                    COLUMNS,
                    rows));
        }
    }

    /** A denoiser that is told how strong the noise is has learned no other kind. */
    private static Map<Kind, List<Double>> levels(GenerativeModel model) {
        return model instanceof FindsNoise finder && finder.levels() != null ? OF_PHOTOGRAPHS : LEVELS;
    }

    private static List<Object> row(NoiseBench bench, Kind kind, double level, int similarities) {
        try (NDManager manager = bench.clean().getManager().newSubManager()) {
            NoiseBench.Outcome outcome = bench.outcome(List.of(Corruption.of(kind, level)), manager);
            List<Object> row = new ArrayList<>(List.of(kind.id(), level));
            for (NDArray images : outcome.all()) {
                row.add(outcome.images().psnr(images));
            }
            for (NDArray images : outcome.all()) {
                row.add(outcome.images().ssim(images, similarities));
            }
            row.add(outcome.median().setting());
            row.add(outcome.blur().setting());
            return row;
        }
    }
}
