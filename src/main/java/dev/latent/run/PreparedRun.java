package dev.latent.run;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.TrainOn;
import dev.latent.family.DataShape;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.TrainingStep;
import dev.latent.family.folder.ModelFolder;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A run with its datasets open and its networks built. */
record PreparedRun(Trained trained, TrainingStep step, Schedule schedule, TrainingLoop loop, NDManager manager)
        implements AutoCloseable {

    static PreparedRun of(RunRequest request) throws IOException, RunFailure {
        ModelFamily<?> family = ModelFamilies.find(request.family())
                .orElseThrow(() ->
                        new RunFailure(RunReport.Code.BAD_REQUEST, "there is no family " + request.family(), false));
        TensorEngine.start();
        TensorEngine.threads(request.threads());
        List<Dataset> datasets = open(request.datasets());
        NDManager manager = ComputeDevice.newManager();
        try {
            return of(family, request, datasets, manager);
        } catch (IOException | RunFailure | RuntimeException e) {
            close(manager, datasets);
            throw e;
        }
    }

    private static <H extends Record> PreparedRun of(
            ModelFamily<H> family, RunRequest request, List<Dataset> datasets, NDManager manager)
            throws IOException, RunFailure {
        requireFitting(family, datasets);
        DatasetDescription description = datasets.get(0).description();
        DataShape shape = new DataShape(description.shape(), description.classCount());
        H hyperparameters = hyperparameters(family, shape, request);
        Weights.Source weights = Weights.Source.drawn(manager, new SplittableRandom(request.seed()));
        GenerativeModel model = family.build(hyperparameters, shape, weights);
        if (request.from() != null) {
            ModelFolder.load(request.from(), model);
        }
        TrainingStep step = family.trainingStep(model, hyperparameters, shape);
        Data data = data(request, datasets);
        Schedule schedule = Schedule.of(request, data.batchesPerEpoch(), step.batchesPerStep());
        RunRequest complete = request.withHyperparameters(HyperparameterBinding.json(hyperparameters));
        return new PreparedRun(
                new Trained(complete, shape, datasets, model, family.operations(hyperparameters, shape)),
                step,
                schedule,
                new TrainingLoop(step, data, schedule, request.seed()),
                manager);
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

    private static <H extends Record> H hyperparameters(ModelFamily<H> family, DataShape shape, RunRequest request)
            throws RunFailure {
        try {
            return HyperparameterBinding.bind(family, shape, request.hyperparameters());
        } catch (InvalidHyperparameters e) {
            throw new RunFailure(RunReport.Code.BAD_REQUEST, "hyperparameters: " + e.getMessage(), false);
        }
    }

    private static Data data(RunRequest request, List<Dataset> datasets) {
        TrainOn trainOn = TrainOn.of(request.trainOn());
        List<Batches> batches = new ArrayList<>();
        for (Dataset dataset : datasets) {
            batches.add(new Batches(
                    dataset.training(trainOn), request.batchSize(), Seeds.mix(request.seed(), -1L - batches.size())));
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

    @Override
    public void close() {
        close(manager, trained.datasets());
    }

    private static void close(NDManager manager, List<Dataset> datasets) {
        manager.close();
        datasets.forEach(Dataset::close);
    }
}
