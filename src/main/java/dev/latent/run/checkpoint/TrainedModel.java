package dev.latent.run.checkpoint;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.family.DataShape;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.run.CodeVersion;
import dev.latent.run.RunRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes a version. @param heldBack rows that were not trained on */
public record TrainedModel(
        RunRequest request,
        DataShape shape,
        List<Dataset> datasets,
        GenerativeModel model,
        Set<Operation> operations,
        int heldBack) {

    public ModelDescription description(double epochs, Instant now) {
        DatasetDescription first = datasets.get(0).description();
        return new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                request.plan().family(),
                operations,
                request.plan().hyperparameters(),
                first.shape(),
                first.classes(),
                first.columns(),
                datasets.stream().map(Dataset::description).map(this::reference).toList(),
                request.plan().seed(),
                request.job(),
                epochs,
                CodeVersion.current(),
                now);
    }

    /** Of the datasets, in their order. */
    public String digests() {
        return datasets.stream().map(dataset -> dataset.description().digest()).collect(Collectors.joining(","));
    }

    private DatasetReference reference(DatasetDescription dataset) {
        return new DatasetReference(
                dataset.name(),
                dataset.digest(),
                dataset.columns(),
                dataset.labelColumn(),
                dataset.pictures(),
                request.plan().trainOn(),
                heldBack == 0 ? null : (Integer) heldBack);
    }
}
