package dev.latent.training.job;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetUse;
import dev.latent.registry.ModelUse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps datasets and versions from being deleted while a job needs them: one that waits, runs or could be resumed. */
@Component
class UsedByJobs implements DatasetUse, ModelUse {
    private static final int TOLD = 10;

    private final JobRows rows;

    UsedByJobs(JobRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> usersOf(DatasetDescription dataset) {
        return titles(rows.needing(dataset.name()).stream()
                .filter(job -> job.plan().datasets().stream().anyMatch(planned -> planned.is(dataset)))
                .toList());
    }

    @Override
    public List<String> usersOf(String model, int version) {
        return titles(rows.startingFrom(model, version));
    }

    private static List<String> titles(List<TrainingJob> jobs) {
        Stream<String> told = jobs.stream().limit(TOLD).map(TrainingJob::title);
        return (jobs.size() <= TOLD ? told : Stream.concat(told, Stream.of((jobs.size() - TOLD) + " others"))).toList();
    }
}
