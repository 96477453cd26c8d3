package dev.latent.training.request;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.TrainOn;
import dev.latent.family.Augmentation;
import dev.latent.family.DataShape;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import dev.latent.registry.ModelVersion;
import dev.latent.run.RunPlan;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes plans from the bodies of requests. Everything that is wrong with one is told at once. */
@Component
public class JobRequests {
    /** What JavaScript, too, can tell from its neighbours. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private static final int LARGEST_BATCH = 65_536;
    private static final double MOST_MINUTES = 100_000;
    private static final int MOST_PATIENCE = 10_000;

    private final RequestedData data;
    private final RequestedStart starts;

    JobRequests(RequestedData data, RequestedStart starts) {
        this.data = data;
        this.starts = starts;
    }

    /** @throws dev.latent.problem.Problem 422 with all bad fields */
    public TrainingPlan read(JsonNode body) {
        return read(new RequestFields(body));
    }

    /** @throws dev.latent.problem.Problem with all bad fields */
    public TrainingPlan read(RequestFields fields) {
        ModelFamily<?> family = family(fields);
        String model = modelName(fields);
        List<DatasetDescription> datasets = family == null ? data.untold(fields) : data.read(fields, family);
        ModelVersion start = starts.read(fields, family, datasets);
        RequestedLength length = RequestedLength.read(fields);
        Double minutes = fields.positive("minutes", MOST_MINUTES);
        Long patience = fields.whole("patience", 0, MOST_PATIENCE);
        List<Augmentation> augmentation = RequestedAugmentation.read(fields, family, datasets);
        TrainOn trainOn = trainOn(fields);
        JsonNode hyperparameters = hyperparameters(fields, family, datasets, start);
        UsualTraining usual = UsualTraining.of(family, datasets, hyperparameters);
        int batchSize = batchSize(fields, usual, datasets, trainOn);
        Long seed = fields.whole("seed", 0, LARGEST_SEED);
        fields.refuseOthers();
        fields.requireFlawless();
        Objects.requireNonNull(family);
        int samples = data.samples(datasets, trainOn);
        RequestedLength full = length.or(usual.defaults(), Math.max(1, samples / batchSize), usual.batchesPerStep());
        RunPlan run = new RunPlan(
                family.id(),
                hyperparameters,
                full.epochs(),
                full.steps(),
                batchSize,
                seed == null ? ThreadLocalRandom.current().nextLong(LARGEST_SEED + 1) : seed,
                trainOn.toString(),
                minutes,
                DefaultPatience.of(patience, full, shape(datasets), usual.cuts(), samples),
                augmentation);
        return new TrainingPlan(
                run,
                Objects.requireNonNull(model),
                datasets.stream().map(PlannedDataset::of).toList(),
                start == null ? null : new TrainingPlan.Start(start.model(), start.version()));
    }

    private static @Nullable ModelFamily<?> family(RequestFields fields) {
        String id = fields.required("family", "one of " + familyIds());
        ModelFamily<?> family = id == null ? null : ModelFamilies.find(id).orElse(null);
        if (id != null && family == null) {
            fields.add("family", "There is no family " + id + "; there are " + familyIds());
        }
        return family;
    }

    private static String familyIds() {
        return String.join(
                ", ", ModelFamilies.all().stream().map(ModelFamily::id).toList());
    }

    private static @Nullable String modelName(RequestFields fields) {
        String name = fields.required("model", "the name that the trained model gets");
        if (name != null && !RequestFields.NAME.matcher(name).matches()) {
            fields.wrong(
                    "model", "a name of 1 to 63 of a-z, 0-9, '.', '_' and '-' that starts with a letter or a digit");
        }
        return name;
    }

    private static TrainOn trainOn(RequestFields fields) {
        String text = fields.text("trainOn");
        try {
            return text == null ? TrainOn.TRAIN_AND_VALIDATION : TrainOn.of(text);
        } catch (IllegalArgumentException e) {
            fields.wrong("trainOn", "\"train\" or \"train+validation\"");
            return TrainOn.TRAIN;
        }
    }

    private int batchSize(
            RequestFields fields, UsualTraining usual, List<DatasetDescription> datasets, TrainOn trainOn) {
        Long given = fields.whole("batchSize", 1, LARGEST_BATCH);
        int size = given != null ? given.intValue() : usual.defaults().batchSize();
        if (usual.cuts()) {
            return size;
        }
        int samples = data.samples(datasets, trainOn);
        if (given == null) {
            return Math.max(1, Math.min(size, samples));
        }
        if (!datasets.isEmpty() && size > samples) {
            fields.add("batchSize", "batchSize must be at most " + samples + ", the number of samples to train on");
        }
        return size;
    }

    private static JsonNode hyperparameters(
            RequestFields fields,
            @Nullable ModelFamily<?> family,
            List<DatasetDescription> datasets,
            @Nullable ModelVersion start) {
        JsonNode given = fields.json("hyperparameters");
        if (family == null || datasets.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode base = start == null ? null : start.description().hyperparameters();
            return hyperparameters(fields, family, datasets, base, given);
        } catch (InvalidHyperparameters e) {
            e.violations().forEach(wrong -> fields.add(pointer(wrong.field()), wrong.detail()));
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static <H extends Record> JsonNode hyperparameters(
            RequestFields fields,
            ModelFamily<H> family,
            List<DatasetDescription> datasets,
            @Nullable JsonNode base,
            JsonNode given)
            throws InvalidHyperparameters {
        H bound = HyperparameterBinding.bind(family, shape(datasets), base, given);
        if (!family.learnsFromWindows(bound)) {
            RequestedData.requireOneSize(fields, family, datasets);
        }
        return HyperparameterBinding.json(bound);
    }

    private static String pointer(String field) {
        return field.isEmpty() ? "hyperparameters" : "hyperparameters/" + field;
    }

    private static DataShape shape(List<DatasetDescription> datasets) {
        DatasetDescription first = datasets.get(0);
        return new DataShape(first.shape(), first.classCount());
    }
}
