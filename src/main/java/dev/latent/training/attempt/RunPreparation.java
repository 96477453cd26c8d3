package dev.latent.training.attempt;

import dev.latent.dataset.Datasets;
import dev.latent.family.Json;
import dev.latent.files.AtomicFile;
import dev.latent.registry.ModelRegistry;
import dev.latent.run.RunFolder;
import dev.latent.run.RunRequest;
import dev.latent.storage.Leases;
import dev.latent.training.job.TrainingJob;
import dev.latent.training.job.TrainingSettings;
import dev.latent.training.request.DataChanged;
import dev.latent.training.request.PlannedData;
import dev.latent.training.request.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gets everything ready that an attempt reads. */
@Component
class RunPreparation {
    private final RunFolders folders;
    private final PlannedData data;
    private final Datasets datasets;
    private final ModelRegistry registry;
    private final TrainingSettings settings;

    RunPreparation(
            RunFolders folders,
            PlannedData data,
            Datasets datasets,
            ModelRegistry registry,
            TrainingSettings settings) {
        this.folders = folders;
        this.data = data;
        this.datasets = datasets;
        this.registry = registry;
        this.settings = settings;
    }

    /** Gets a job's attempt ready. @throws DataChanged if it was made for something that is not there any more */
    PreparedRun prepare(TrainingJob job) throws DataChanged, IOException, InterruptedException {
        Optional<String> change = data.change(job.plan());
        if (change.isPresent()) {
            throw new DataChanged(change.get());
        }
        return prepare(folders.open(job), job.plan(), job.id(), job.attempt());
    }

    /** The attempt is over. @param goesOn whether its newest checkpoint is of use, should it not be kept yet */
    void discard(TrainingJob attempt, boolean goesOn) {
        if (goesOn) {
            folders.leave(attempt);
        } else {
            folders.delete(attempt);
        }
    }

    /** Gets a run ready that belongs to no job. @param folder an empty one */
    PreparedRun prepare(TrainingPlan plan, Path folder) throws IOException {
        return prepare(new RunFolder(folder), plan, null, 1);
    }

    private PreparedRun prepare(RunFolder folder, TrainingPlan plan, @Nullable String job, int attempt)
            throws IOException {
        Leases leases = new Leases();
        try {
            AtomicFile.write(folder.request(), Json.PRETTY.writeValueAsBytes(request(plan, leases, job, attempt)));
            return new PreparedRun(folder, leases);
        } catch (IOException | RuntimeException e) {
            leases.close();
            throw e;
        }
    }

    private @Nullable Path start(TrainingPlan.@Nullable Start from, Leases leases) {
        return from == null
                ? null
                : leases.add(registry.lease(registry.find(from.model(), String.valueOf(from.version()))));
    }

    private RunRequest request(TrainingPlan plan, Leases leases, @Nullable String job, int attempt) {
        List<Path> data = plan.datasetNames().stream()
                .map(datasets::lease)
                .map(leases::add)
                .toList();
        return new RunRequest(job, attempt, plan.run(), data, start(plan.from(), leases), settings.threadsOfARun());
    }
}
