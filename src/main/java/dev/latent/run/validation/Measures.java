package dev.latent.run.validation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Corruption;
import dev.latent.dataset.SampleSource;
import dev.latent.family.Denoises;
import dev.latent.family.Generates;
import dev.latent.family.Json;
import dev.latent.family.Translates;
import dev.latent.measure.SampleArrays;
import dev.latent.run.checkpoint.FixedCodes;
import dev.latent.run.checkpoint.TrainedModel;
import dev.latent.run.loop.CrossFit;
import dev.latent.run.loop.ServedModel;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The measure that suits a model: PSNR of denoisers of pictures, the objective where one says it all, else a Fréchet distance. */
public final class Measures {
    private static final int SAMPLES = 500;
    private static final int TOGETHER = 50;

    private Measures() {}

    /**
     * @param crossFit whose models each have rows of their own, if any
     * @param validating rows that are not trained on, of each dataset
     */
    public static Optional<Measure> of(
            TrainedModel trained,
            ServedModel model,
            CrossFit crossFit,
            List<SampleSource> validating,
            NDManager manager) {
        List<Judged> judged = crossFit.each(Judged::new);
        if (judged.isEmpty() && !validating.isEmpty()) {
            judged = List.of(new Judged(model, validating.get(0)));
        }
        if (judged.stream().allMatch(one -> one.rows().count() == 0)) {
            return Optional.empty();
        }
        if (model.model() instanceof Translates translator && !validating.isEmpty()) {
            return Optional.of(ofTranslations(trained, model, translator, validating, manager));
        }
        List<Corruption> corruptions = corruptions(trained);
        if (model.model() instanceof Denoises denoiser
                && !denoiser.learnedFromNoisy()
                && trained.shape().sample().isImage()
                && !corruptions.isEmpty()) {
            return Optional.of(new PsnrMeasure(judged.get(0), corruptions));
        }
        boolean plays = model.model() instanceof Generates && !model.step().hasObjective();
        return Optional.of(
                plays
                        ? ofSamples(trained, model, (Generates) model.model(), validating.get(0), manager)
                        : new ObjectiveMeasure(judged));
    }

    private static List<Corruption> corruptions(TrainedModel trained) {
        JsonNode listed = trained.request().plan().hyperparameters().path("corruptions");
        return listed.isArray() ? List.of(Json.MAPPER.treeToValue(listed, Corruption[].class)) : List.of();
    }

    private static Measure ofSamples(
            TrainedModel trained, ServedModel model, Generates generator, SampleSource rows, NDManager manager) {
        long seed = trained.request().plan().seed();
        return new FrechetMeasure(
                model,
                new RandomFeatures(trained.shape().sample(), manager),
                List.of(new FrechetMeasure.Made(
                        drawing -> samples(
                                new FixedCodes(generator, trained.shape().classes(), seed), drawing),
                        reading -> some(rows, reading))),
                manager);
    }

    private static NDArray samples(FixedCodes codes, NDManager manager) {
        NDList pieces = new NDList();
        for (int done = 0; done < SAMPLES; done += TOGETHER) {
            try (NDManager drawing = manager.newSubManager()) {
                NDArray piece = codes.samples(drawing, TOGETHER);
                piece.attach(manager);
                pieces.add(piece);
            }
        }
        return NDArrays.concat(pieces);
    }

    private static NDArray some(SampleSource rows, NDManager manager) {
        return SampleArrays.of(manager, rows.range(0, Math.min(rows.count(), 2 * SAMPLES)));
    }

    private static Measure ofTranslations(
            TrainedModel trained,
            ServedModel model,
            Translates translator,
            List<SampleSource> rows,
            NDManager manager) {
        return new FrechetMeasure(
                model,
                new RandomFeatures(trained.shape().sample(), manager),
                List.of(Translates.Direction.values()).stream()
                        .map(direction -> new FrechetMeasure.Made(
                                drawing -> dev.latent.measure.Chunks.map(
                                        some(rows.get(direction.ordinal()), drawing),
                                        TOGETHER,
                                        x -> translator.translate(x, direction)),
                                reading -> some(rows.get(direction.opposite().ordinal()), reading)))
                        .toList(),
                manager);
    }
}
