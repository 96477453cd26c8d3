package dev.latent.quality;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Kind;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.Noise;
import dev.latent.dataset.Split;
import dev.latent.family.Denoises;
import dev.latent.family.Json;
import dev.latent.measure.Chunks;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How much noise is removed: of the kind that the model learned, and of every kind, beside two classical filters. */
final class DenoisingMeasurement implements Measurement {
    private static final Map<Kind, List<Double>> LEVELS = new java.util.EnumMap<>(Map.of(
            Kind.GAUSSIAN, List.of(0.25, 0.5, 0.75),
            Kind.MASKING, List.of(0.25, 0.5, 0.75),
            Kind.SALT_AND_PEPPER, List.of(0.1, 0.25, 0.5),
            Kind.SPECKLE, List.of(0.25, 0.5, 1.0)));
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
    private static final int CHOOSING = 200;
    private static final int SHOWN = 10;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Denoises && subject.shape().isImage();
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        Part test = subject.part(Split.TEST).atLeast(1);
        Part validation = subject.part(Split.VALIDATION).atLeast(1);
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray clean = test.array(manager, test.some(card.effort().samples(), card.seed()));
            NDArray chosenOn = validation.array(manager, validation.some(CHOOSING, card.seed()));
            Bench bench = new Bench(subject, clean, chosenOn, card);
            bench.learned(corruptions(subject));
            bench.table();
        }
    }

    private static List<Corruption> corruptions(Subject subject) {
        JsonNode listed = subject.description().hyperparameters().path("corruptions");
        return listed.isArray() ? List.of(Json.MAPPER.treeToValue(listed, Corruption[].class)) : List.of();
    }

    private record Bench(Subject subject, NDArray clean, NDArray chosenOn, CardDraft card) {
        /** The noise that the model was trained on. */
        void learned(List<Corruption> corruptions) throws NotMeasurable {
            if (corruptions.isEmpty()) {
                return;
            }
            try (NDManager manager = clean.getManager().newSubManager()) {
                Tried tried = tried(corruptions, manager);
                int n = Math.toIntExact(clean.getShape().get(0));
                String method = "mean of each test image's, with the noise that the model learned, clipped to [0,1]";
                double noisy = tried.images.psnr(tried.images.noisy());
                double denoised = tried.images.psnr(tried.denoised);
                double filtered = Math.max(tried.images.psnr(tried.medianed), tried.images.psnr(tried.blurred));
                card.add(Figure.higher("psnrDenoised", denoised)
                        .measured(n, card.seed(), "dB; " + method)
                        .beside(filtered, "the better of a median filter and a Gaussian blur"));
                card.add(Figure.higher("psnrGain", denoised - noisy)
                        .measured(n, card.seed(), "dB above the noisy images; " + method)
                        .beside(filtered - noisy, "the better of a median filter and a Gaussian blur"));
                show(tried);
            }
        }

        private void show(Tried tried) {
            NDArray first = tried.images.noisy();
            int shown = (int) Math.min(SHOWN, first.getShape().get(0));
            Exhibits.rows(
                            "clean, noisy, denoised, median filter, Gaussian blur",
                            subject.shape(),
                            shown,
                            List.of(clean, first, tried.denoised, tried.medianed, tried.blurred))
                    .ifPresent(card::show);
        }

        void table() {
            List<List<Object>> rows = new ArrayList<>();
            LEVELS.forEach((kind, levels) -> levels.forEach(level -> rows.add(row(kind, level))));
            card.add(new Table(
                    "denoising",
                    Math.toIntExact(clean.getShape().get(0)),
                    card.seed(),
                    "means of each test image's PSNR in dB and, of "
                            + card.effort().similarities() + ", SSIM; window and σ of the filters chosen on " + CHOOSING
                            + " validation images",
                    COLUMNS,
                    rows));
        }

        private List<Object> row(Kind kind, double level) {
            try (NDManager manager = clean.getManager().newSubManager()) {
                Tried tried = tried(List.of(Corruption.of(kind, level)), manager);
                List<Object> row = new ArrayList<>(List.of(kind.id(), level));
                List<NDArray> results = List.of(tried.images.noisy(), tried.denoised, tried.medianed, tried.blurred);
                results.forEach(result -> row.add(tried.images.psnr(result)));
                results.forEach(result ->
                        row.add(tried.images.ssim(result, card.effort().similarities())));
                row.add(tried.median.name());
                row.add(tried.blur.name());
                return row;
            }
        }

        private Tried tried(List<Corruption> corruptions, NDManager manager) {
            NoisyImages choosing = noisy(corruptions, chosenOn, manager);
            Filter median = choosing.best(Filter.medians());
            Filter blur = choosing.best(Filter.blurs());
            NoisyImages images = noisy(corruptions, clean, manager);
            NDArray noisy = images.noisy();
            return new Tried(
                    images,
                    Chunks.map(noisy, Chunks.FORWARD, ((Denoises) subject.model())::denoise),
                    median,
                    Chunks.map(noisy, Chunks.FORWARD, median.function()),
                    blur,
                    Chunks.map(noisy, Chunks.FORWARD, blur.function()));
        }

        private NoisyImages noisy(List<Corruption> corruptions, NDArray images, NDManager manager) {
            NDArray x = images.duplicate();
            x.attach(manager);
            NDArray corrupted = Corruption.applyOneOf(corruptions, x, Range.PIXELS, Noise.ENGINE);
            return new NoisyImages((SampleShape.Image) subject.shape(), x, Range.PIXELS.clip(corrupted));
        }
    }

    /** What became of noisy images. */
    private record Tried(
            NoisyImages images, NDArray denoised, Filter median, NDArray medianed, Filter blur, NDArray blurred) {}
}
