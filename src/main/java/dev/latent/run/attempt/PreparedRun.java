package dev.latent.run.attempt;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.family.DataShape;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingStep;
import dev.latent.family.folder.ModelFolder;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import dev.latent.measure.CalibrationRows;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.TrainingState;
import dev.latent.run.RunFailure;
import dev.latent.run.RunReport;
import dev.latent.run.RunRequest;
import dev.latent.run.checkpoint.TrainedModel;
import dev.latent.run.loop.Calibration;
import dev.latent.run.loop.CrossFit;
import dev.latent.run.loop.Division;
import dev.latent.run.loop.Schedule;
import dev.latent.run.loop.ServedModel;
import dev.latent.run.loop.TrainingData;
import dev.latent.run.loop.TrainingLoop;
import dev.latent.run.validation.EarlyStopping;
import dev.latent.run.validation.Measures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run with its datasets open and its networks built. @param notes what its owner should know of it */
record PreparedRun(
        TrainedModel trained,
        TrainingStep step,
        Schedule schedule,
        TrainingLoop loop,
        Calibration calibration,
        @Nullable EarlyStopping early,
        List<String> notes,
        NDManager manager)
        implements AutoCloseable {

    /** Values of a picture, of 16 × 16 grey pixels. */
    private static final int TINY_PICTURE = 256;

    static PreparedRun of(RunRequest request) throws IOException, RunFailure {
        ModelFamily<?> family = ModelFamilies.find(request.plan().family())
                .orElseThrow(() -> new RunFailure(
                        RunReport.Code.BAD_REQUEST,
                        "there is no family " + request.plan().family(),
                        false));
        TensorEngine.start();
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
        Set<Operation> operations = family.operations(hyperparameters, shape);
        RunRows all = RunRows.of(operations, request, datasets);
        Division division = all.division();
        GenerativeModel started = build(family, hyperparameters, shape, request, manager);
        if (request.from() != null) {
            ModelFolder.load(request.from(), started);
        }
        ServedModel model = new ServedModel(started, family.trainingStep(started, hyperparameters, shape));
        boolean crossFits = division.rows() == CalibrationRows.CROSS_FITTED;
        // The products of small tables and tiny pictures are too small to be shared out: threads would wait for one
        // another.
        boolean tiny = shape.sample().isImage() && shape.sample().size() <= TINY_PICTURE;
        TensorEngine.threads(crossFits || tiny ? 1 : request.threads());
        CrossFit crossFit = !crossFits
                ? CrossFit.none()
                : CrossFit.of(division.training(), request.plan(), () -> {
                    GenerativeModel fresh = build(family, hyperparameters, shape, request, manager);
                    return new ServedModel(fresh, family.trainingStep(fresh, hyperparameters, shape));
                });
        int cropSide = family.cropSide(hyperparameters);
        boolean mayStop = all.mayStop(request.plan(), cropSide);
        RunRows rows = mayStop ? all.judged() : all;
        Variety variety = Variety.of(request.plan(), family, rows.cuts(cropSide), rows.training(), manager);
        TrainingData data = rows.data(request.plan(), cropSide, variety.variation());
        Schedule schedule =
                Schedule.of(request.plan(), data.batchesPerEpoch(), model.step().batchesPerStep());
        RunRequest complete = request.withHyperparameters(HyperparameterBinding.json(hyperparameters));
        TrainedModel trained = new TrainedModel(complete, shape, datasets, model.model(), operations, rows.heldBack());
        return new PreparedRun(
                trained,
                model.step(),
                schedule,
                new TrainingLoop(model.step(), data, schedule, request.plan().seed(), crossFit),
                new Calibration(division, crossFit),
                mayStop
                        ? earlyStopping(trained, model, crossFit, rows, schedule, manager)
                                .orElse(null)
                        : null,
                Stream.of(rows.note(), variety.note()).filter(Objects::nonNull).toList(),
                manager);
    }

    private static Optional<EarlyStopping> earlyStopping(
            TrainedModel trained,
            ServedModel model,
            CrossFit crossFit,
            RunRows rows,
            Schedule schedule,
            NDManager manager) {
        int patience = Objects.requireNonNull(trained.request().plan().patience());
        List<ServedModel> models = new ArrayList<>(List.of(model));
        models.addAll(crossFit.each((fold, own) -> fold));
        return Measures.of(trained, model, crossFit, rows.validating(), manager)
                .map(measure -> new EarlyStopping(measure, patience, schedule, models));
    }

    private static <H extends Record> GenerativeModel build(
            ModelFamily<H> family, H hyperparameters, DataShape shape, RunRequest request, NDManager manager) {
        return family.build(
                hyperparameters,
                shape,
                Weights.Source.drawn(
                        manager, new SplittableRandom(request.plan().seed())));
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
            return HyperparameterBinding.bind(family, shape, request.plan().hyperparameters());
        } catch (InvalidHyperparameters e) {
            throw new RunFailure(RunReport.Code.BAD_REQUEST, "hyperparameters: " + e.getMessage(), false);
        }
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

    /** The model as it would be served. */
    ServedModel served() {
        return new ServedModel(trained.model(), step);
    }

    /** All that a checkpoint keeps. */
    TrainingState state() {
        TrainingState state = calibration.crossFit().addTo(step.state());
        return early == null ? state : early.addTo(state);
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
