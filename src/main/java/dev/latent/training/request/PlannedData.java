package dev.latent.training.request;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.Datasets;
import dev.latent.registry.ModelRegistry;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether what a plan was made for is still there: what was deleted and made anew under its name is something else. */
@Component
public class PlannedData {
    private static final int SHOWN = 12;

    private final Datasets datasets;
    private final ModelRegistry registry;

    PlannedData(Datasets datasets, ModelRegistry registry) {
        this.datasets = datasets;
        this.registry = registry;
    }

    /** What is no longer as it was, in words for the client; empty if all is. */
    public Optional<String> change(TrainingPlan plan) {
        return Stream.concat(plan.datasets().stream().map(this::change), Stream.of(lostStart(plan)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> change(PlannedDataset planned) {
        Optional<DatasetDescription> found = datasets.find(planned.name());
        if (found.isEmpty()) {
            return Optional.of("The dataset " + planned.name() + " that this job was made for is gone"
                    + (planned.digest() == null ? "" : " (its digest: " + shortened(planned.digest()) + ")")
                    + "; upload it again under this name, or make a new job");
        }
        String now = found.get().digest();
        return planned.digest() == null || planned.is(found.get())
                ? Optional.empty()
                : Optional.of(
                        "The dataset " + planned.name() + " is another one than this job was made for: its digest is "
                                + shortened(now) + ", not " + shortened(planned.digest())
                                + "; upload the one before again under this name, or make a new job");
    }

    private static String shortened(String digest) {
        return digest.length() <= SHOWN ? digest : digest.substring(0, SHOWN) + "…";
    }

    private Optional<String> lostStart(TrainingPlan plan) {
        TrainingPlan.Start from = plan.from();
        return from == null || registry.holds(from.model(), from.version())
                ? Optional.empty()
                : Optional.of("Version " + from.version() + " of the model " + from.model()
                        + " that this job starts from is gone; make a new job");
    }
}
