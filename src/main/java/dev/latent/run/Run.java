package dev.latent.run;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.TrainOn;
import dev.latent.family.DataShape;
import dev.latent.family.GenerativeModel;
import dev.latent.family.HyperparameterBinding;
import dev.latent.family.InvalidHyperparameters;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.ModelFolder;
import dev.latent.family.TrainingStep;
import dev.latent.nn.ComputeDevice;
import dev.latent.nn.TensorEngine;
import dev.latent.nn.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** One attempt of a run: opens the data, builds the model, goes on from the newest checkpoint, and writes the version. */
final class Run {
    private final RunFolder folder;
    private final RunRequest request;
    private final RunListener listener;
    private final boolean onlyEstimate;
    private EpochWatch watch = EpochWatch.NONE;

    /** @param onlyEstimate to time a few steps and write nothing */
    Run(RunFolder folder, RunRequest request, RunListener listener, boolean onlyEstimate) {
        this.onlyEstimate = onlyEstimate;
        this.folder = folder;
        this.request = request;
        this.listener = listener;
    }

    Run watchedBy(EpochWatch other) {
        watch = other;
        return this;
    }

    /** @return whether it is done; false where it was told to stop, after a checkpoint */
    boolean run(BooleanSupplier stop) throws IOException, RunFailure {
        ModelFamily<?> family = ModelFamilies.find(request.family())
                .orElseThrow(() ->
                        new RunFailure(RunReport.Code.BAD_REQUEST, "there is no family " + request.family(), false));
        TensorEngine.start();
        TensorEngine.threads(request.threads());
        List<Dataset> datasets = open(request.datasets());
        try {
            return run(family, datasets, stop);
        } finally {
            datasets.forEach(Dataset::close);
        }
    }

    private <H extends Record> boolean run(ModelFamily<H> family, List<Dataset> datasets, BooleanSupplier stop)
            throws IOException, RunFailure {
        requireFitting(family, datasets);
        DatasetDescription description = datasets.get(0).description();
        DataShape shape = new DataShape(description.shape(), description.classCount());
        H hyperparameters = hyperparameters(family, shape);
        RunRequest complete = request.withHyperparameters(HyperparameterBinding.json(hyperparameters));
        try (NDManager manager = ComputeDevice.newManager()) {
            Weights.Source weights = Weights.Source.drawn(manager, new SplittableRandom(request.seed()));
            GenerativeModel model = family.build(hyperparameters, shape, weights);
            if (request.from() != null) {
                ModelFolder.load(request.from(), model);
            }
            TrainingStep step = family.trainingStep(model, hyperparameters, shape);
            Data data = data(datasets, TrainOn.of(request.trainOn()));
            Schedule schedule = Schedule.of(request, data.batchesPerEpoch(), step.batchesPerStep());
            TrainingLoop loop = new TrainingLoop(step, data, schedule, request.seed());
            if (onlyEstimate) {
                listener.report(new RunReport.Estimated(new Estimate(schedule, model).run(loop, manager)));
                return true;
            }
            Trained trained = new Trained(complete, shape, datasets, model, family.operations(hyperparameters, shape));
            Attempt attempt = new Attempt(folder, schedule, trained, step, listener, watch);
            return attempt.run(loop, manager, stop);
        }
    }

    private static void requireFitting(ModelFamily<?> family, List<Dataset> datasets) throws RunFailure {
        int wanted = family.unpaired() ? 2 : 1;
        boolean sameShape = datasets.stream()
                        .map(dataset -> dataset.description().shape())
                        .distinct()
                        .count()
                == 1;
        if (datasets.size() != wanted || !sameShape) {
            String detail = "%s takes %d dataset(s), of one shape".formatted(family.id(), wanted);
            throw new RunFailure(RunReport.Code.BAD_REQUEST, detail, false);
        }
    }

    private <H extends Record> H hyperparameters(ModelFamily<H> family, DataShape shape) throws RunFailure {
        try {
            return HyperparameterBinding.bind(family, shape, request.hyperparameters());
        } catch (InvalidHyperparameters e) {
            throw new RunFailure(RunReport.Code.BAD_REQUEST, "hyperparameters: " + e.getMessage(), false);
        }
    }

    private Data data(List<Dataset> datasets, TrainOn trainOn) {
        List<Batches> batches = new ArrayList<>();
        for (Dataset dataset : datasets) {
            batches.add(new Batches(
                    dataset.training(trainOn),
                    dataset.description().columnStatistics(),
                    request.batchSize(),
                    Seeds.mix(request.seed(), -1L - batches.size())));
        }
        return new Data(batches.get(0), batches.size() > 1 ? batches.get(1) : null);
    }

    private static List<Dataset> open(List<Path> folders) throws RunFailure {
        List<Dataset> datasets = new ArrayList<>();
        for (Path folder : folders) {
            try {
                datasets.add(Dataset.open(folder));
            } catch (IOException e) {
                datasets.forEach(Dataset::close);
                throw new RunFailure(RunReport.Code.DATASET_UNREADABLE, folder + ": " + e.getMessage(), false);
            }
        }
        return datasets;
    }
}
