package dev.latent.training;

import dev.latent.dataset.Datasets;
import dev.latent.family.Json;
import dev.latent.registry.ModelRegistry;
import dev.latent.run.RunFolder;
import dev.latent.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gets everything ready that an attempt reads. */
@Component
class RunPreparation {
    private final RunFolders folders;
    private final Datasets datasets;
    private final ModelRegistry registry;
    private final TrainingSettings settings;

    RunPreparation(RunFolders folders, Datasets datasets, ModelRegistry registry, TrainingSettings settings) {
        this.folders = folders;
        this.datasets = datasets;
        this.registry = registry;
        this.settings = settings;
    }

    /** Writes {@code run.json} of a job's attempt. */
    RunFolder prepare(TrainingJob job) throws IOException {
        return write(folders.create(job.id()), request(job.plan(), job.id(), job.attempt()));
    }

    /** Writes {@code run.json} of a run that belongs to no job. */
    RunFolder prepare(TrainingPlan plan, String folder) throws IOException {
        return write(folders.create(folder), request(plan, null, 1));
    }

    private static RunFolder write(RunFolder folder, RunRequest request) throws IOException {
        Path unfinished = folder.path().resolve("run.json.unfinished");
        Files.write(unfinished, Json.PRETTY.writeValueAsBytes(request));
        Files.move(unfinished, folder.request(), StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    private RunRequest request(TrainingPlan plan, @Nullable String job, int attempt) {
        List<Path> data = plan.datasetNames().stream().map(datasets::folder).toList();
        return new RunRequest(
                job,
                attempt,
                plan.family(),
                plan.hyperparameters(),
                data,
                plan.epochs(),
                plan.steps(),
                plan.batchSize(),
                plan.seed(),
                plan.trainOn(),
                start(plan.from()),
                settings.threadsOfARun());
    }

    private @Nullable Path start(TrainingPlan.@Nullable Start from) {
        return from == null ? null : registry.intactFolder(registry.find(from.model(), String.valueOf(from.version())));
    }
}
