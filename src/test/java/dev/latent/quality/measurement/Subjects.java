package dev.latent.quality.measurement;

import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Corruption;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.TrainOn;
import dev.latent.family.Denoises;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Json;
import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.quality.labelling.Classifiers;
import dev.latent.quality.subject.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Models of no family, to be measured. */
public final class Subjects {
    private Subjects() {}

    public static Subject of(GenerativeModel model, List<Dataset> datasets, Path classifiers, NDManager manager) {
        return of(model, datasets, classifiers, manager, null);
    }

    /** @param version its folder, or null */
    public static Subject of(
            GenerativeModel model,
            List<Dataset> datasets,
            Path classifiers,
            NDManager manager,
            @Nullable Path version) {
        return of(model, datasets, classifiers, manager, Subject.HeldOut.TEST, version);
    }

    public static Subject of(
            GenerativeModel model,
            List<Dataset> datasets,
            Path classifiers,
            NDManager manager,
            Subject.HeldOut heldOut,
            @Nullable Path version) {
        return new Subject(
                describe(datasets.stream().map(Dataset::description).toList(), Json.MAPPER.createObjectNode(), null),
                model,
                datasets,
                new Classifiers(classifiers, (what, share) -> {}),
                manager,
                heldOut,
                version);
    }

    /** A model that says what it was trained on. */
    static Subject trainedOn(
            TrainOn trainOn, GenerativeModel model, Dataset dataset, Path classifiers, NDManager manager) {
        return new Subject(
                describe(List.of(dataset.description()), Json.MAPPER.createObjectNode(), trainOn),
                model,
                List.of(dataset),
                new Classifiers(classifiers, (what, share) -> {}),
                manager,
                Subject.HeldOut.TEST,
                null);
    }

    /** A denoiser. @param corruptions that it has learned to remove */
    static Subject denoiser(Denoises model, List<Corruption> corruptions, Dataset dataset, NDManager manager) {
        ObjectNode hyperparameters = Json.MAPPER.createObjectNode();
        hyperparameters.set("corruptions", Json.MAPPER.valueToTree(corruptions));
        return new Subject(
                describe(List.of(dataset.description()), hyperparameters, null),
                (GenerativeModel) model,
                List.of(dataset),
                new Classifiers(dataset.folder(), (what, share) -> {}),
                manager,
                Subject.HeldOut.TEST,
                null);
    }

    private static ModelDescription describe(
            List<DatasetDescription> datasets, ObjectNode hyperparameters, @Nullable TrainOn trainOn) {
        DatasetDescription first = datasets.get(0);
        return new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                "fake",
                Set.of(Operation.values()),
                hyperparameters,
                first.shape(),
                first.classes(),
                first.columns(),
                datasets.stream()
                        .map(dataset -> new DatasetReference(
                                dataset.name(),
                                dataset.digest(),
                                null,
                                null,
                                null,
                                trainOn == null ? null : trainOn.toString(),
                                null))
                        .toList(),
                1,
                null,
                1,
                "test",
                Instant.EPOCH);
    }
}
