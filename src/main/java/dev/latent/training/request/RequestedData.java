package dev.latent.training.request;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.family.DataShape;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.sample.PictureSizes;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dataset of a request, or the two of an unpaired family. */
@Component
class RequestedData {
    private static final String ONE = "dataset";
    private static final String A = "datasetA";
    private static final String B = "datasetB";

    private final Datasets datasets;

    RequestedData(Datasets datasets) {
        this.datasets = datasets;
    }

    /** All that the family needs, or none if something is wrong with them. */
    List<DatasetDescription> read(RequestFields fields, ModelFamily<?> family) {
        refuse(fields, family);
        List<DatasetDescription> found = new ArrayList<>();
        for (String name : family.unpaired() ? List.of(A, B) : List.of(ONE)) {
            find(fields, name).ifPresent(found::add);
        }
        if (found.size() == 2 && !found.get(0).shape().equals(found.get(1).shape())) {
            fields.add(B, "The samples of datasetA and datasetB must be of one shape");
            return List.of();
        }
        return found.size() == (family.unpaired() ? 2 : 1) ? found : List.of();
    }

    /** Without a family it can't be told which ones are needed. */
    List<DatasetDescription> untold(RequestFields fields) {
        List.of(ONE, A, B).forEach(fields::text);
        return List.of();
    }

    /** The members that belong to families of the other kind. */
    private static void refuse(RequestFields fields, ModelFamily<?> family) {
        for (String name : family.unpaired() ? List.of(ONE) : List.of(A, B)) {
            if (fields.text(name) != null) {
                fields.add(
                        name,
                        family.id()
                                + (family.unpaired()
                                        ? " learns between two datasets: give datasetA and datasetB"
                                        : " learns from one dataset: give dataset"));
            }
        }
    }

    private Optional<DatasetDescription> find(RequestFields fields, String name) {
        @Nullable String dataset = fields.required(name, "the name of a dataset, see /v1/datasets");
        if (dataset == null) {
            return Optional.empty();
        }
        Optional<DatasetDescription> found = datasets.find(dataset);
        if (found.isEmpty()) {
            fields.add(name, "There is no usable dataset " + dataset + "; see /v1/datasets");
        }
        return found;
    }

    /** Refuses pictures that are kept whole, each in its own size. */
    static void requireOneSize(RequestFields fields, ModelFamily<?> family, List<DatasetDescription> datasets) {
        for (int i = 0; i < datasets.size(); i++) {
            DatasetDescription dataset = datasets.get(i);
            PictureSizes sizes = dataset.sizes();
            if (sizes != null) {
                fields.add(
                        datasets.size() == 1 ? ONE : i == 0 ? A : B,
                        "The pictures of " + dataset.name() + " are kept whole, " + sizes.inWords() + "; " + family.id()
                                + " learns so from pictures of one size that isn't too large: upload them with"
                                + " resize=WIDTHxHEIGHT and fit=cover, contain or stretch (windows of whole pictures are"
                                + " learned from by " + learningFromWindows(dataset.shape()) + ")");
            }
        }
    }

    private static String learningFromWindows(SampleShape shape) {
        return ModelFamilies.all().stream()
                .filter(family -> learnsFromWindows(family, new DataShape(shape, 0)))
                .map(ModelFamily::id)
                .collect(Collectors.joining(", "));
    }

    private static <H extends Record> boolean learnsFromWindows(ModelFamily<H> family, DataShape shape) {
        return family.learnsFromWindows(family.defaultsFor(shape));
    }

    /** As many as a plan's datasets have now. */
    int samples(TrainingPlan plan) {
        return samples(descriptions(plan), TrainOn.of(plan.run().trainOn()));
    }

    /** Of a plan's datasets, as they are now. */
    List<DatasetDescription> descriptions(TrainingPlan plan) {
        return plan.datasetNames().stream()
                .map(datasets::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many samples there are to train on, in the smallest dataset. */
    int samples(List<DatasetDescription> used, TrainOn trainOn) {
        return used.stream()
                .mapToInt(dataset -> dataset.count(Split.TRAIN)
                        + (trainOn == TrainOn.TRAIN_AND_VALIDATION ? dataset.count(Split.VALIDATION) : 0))
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
