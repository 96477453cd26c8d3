package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Corruption;
import dev.latent.family.Denoises;
import dev.latent.family.Json;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How much is removed of the noise that a denoiser learned to remove. */
public final class DenoisingMeasurement implements Measurement {
    private static final int SHOWN = 10;
    private static final String METHOD = "mean of each test image's, " + NoisyImages.BOUND
            + ", with the noise that the model learned, clipped to [0,1]";
    private static final String FILTERS = "the better of a median filter and a Gaussian blur";

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Denoises denoiser
                && !denoiser.learnedFromNoisy()
                && subject.shape().isImage()
                && !corruptions(subject).isEmpty();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        try (NDManager manager = subject.manager().newSubManager()) {
            NoiseBench bench = NoiseBench.of(subject, card, manager);
            NoiseBench.Outcome outcome = bench.outcome(corruptions(subject), manager);
            double noisy = outcome.noisyPsnr();
            double denoised = outcome.denoisedPsnr();
            double filtered = outcome.filteredPsnr();
            card.add(Figure.higher("psnrDenoised", denoised)
                    .measured(bench.count(), card.seed(), "dB; " + METHOD)
                    .beside(filtered, FILTERS));
            card.add(Figure.higher("psnrGain", denoised - noisy)
                    .measured(bench.count(), card.seed(), "dB above the noisy images; " + METHOD)
                    .beside(filtered - noisy, FILTERS));
            if (denoised < filtered) {
                card.losesTo("It denoises worse than %s: %.1f dB against %.1f".formatted(FILTERS, denoised, filtered));
            }
            show(subject, outcome, card);
        }
    }

    static List<Corruption> corruptions(Subject subject) {
        JsonNode listed = subject.description().hyperparameters().path("corruptions");
        return listed.isArray() ? List.of(Json.MAPPER.treeToValue(listed, Corruption[].class)) : List.of();
    }

    private static void show(Subject subject, NoiseBench.Outcome outcome, CardDraft card) {
        NDArray clean = outcome.images().clean();
        List<NDArray> rows = new ArrayList<>(List.of(clean));
        rows.addAll(outcome.all());
        int shown = (int) Math.min(SHOWN, clean.getShape().get(0));
        Exhibits.rows("clean, noisy, denoised, median filter, Gaussian blur", subject.shape(), shown, rows)
                .ifPresent(card::show);
    }
}
