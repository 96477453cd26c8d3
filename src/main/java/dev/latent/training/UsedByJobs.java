package dev.latent.training;

import dev.latent.dataset.DatasetUse;
import dev.latent.registry.ModelUse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps datasets and versions from being deleted while a job that waits or runs needs them. */
@Component
class UsedByJobs implements DatasetUse, ModelUse {
    private final JobRows rows;

    UsedByJobs(JobRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<String> userOf(String dataset) {
        return rows.activeOn(dataset).map(TrainingJob::title);
    }

    @Override
    public List<String> usersOf(String model, int version) {
        return rows.activeFrom(model, version).stream().map(TrainingJob::title).toList();
    }
}
