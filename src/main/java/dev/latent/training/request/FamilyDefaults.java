package dev.latent.training.request;

import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.ModelFamily;
import dev.latent.problem.Problem;
import dev.latent.run.RunPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a training job gets that names nothing but a family and its data: planned as such a job is. */
@Component
public class FamilyDefaults {
    private static final String ANY_MODEL = "any";

    private final JobRequests requests;
    private final RequestedData samples;

    FamilyDefaults(JobRequests requests, RequestedData samples) {
        this.requests = requests;
        this.samples = samples;
    }

    /**
     * What a job gets.
     *
     * @param length in epochs, also where it is a number of steps that decides
     */
    public record Planned(TrainingPlan plan, TrainingDefaults length) {}

    /** @throws Problem 400 if a dataset is missing or unknown, or the family can't learn from it */
    public Planned of(ModelFamily<?> family, Data data) {
        TrainingPlan plan = plan(family, data);
        RunPlan run = plan.run();
        long updates = UsualTraining.of(family, samples.descriptions(plan), run.hyperparameters())
                .defaults()
                .updates();
        long batches = Math.max(1, samples.samples(plan) / run.batchSize());
        int epochs = run.epochs() == null ? Math.toIntExact((updates + batches - 1) / batches) : run.epochs();
        return new Planned(plan, new TrainingDefaults(epochs, run.batchSize(), updates));
    }

    private TrainingPlan plan(ModelFamily<?> family, Data data) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("family", family.id())
                .put("model", ANY_MODEL)
                .put("dataset", data.dataset)
                .put("datasetA", data.datasetA)
                .put("datasetB", data.datasetB);
        return requests.read(new RequestFields(body, errors -> ofParameters(errors, family)));
    }

    /** What is wrong but with no dataset's name is wrong with the dataset. */
    private static Problem ofParameters(List<Problem.Invalid> errors, ModelFamily<?> family) {
        Map<String, String> details = new LinkedHashMap<>();
        for (Problem.Invalid error : errors) {
            String member = error.pointer().substring("#/".length());
            String parameter = member.startsWith("dataset") ? member : family.unpaired() ? "datasetA" : "dataset";
            details.merge(parameter, error.detail(), (one, other) -> one + "; " + other);
        }
        return Problem.badParameters(details);
    }

    /**
     * The datasets that a request asks about; none where it asks about the paper's defaults.
     *
     * @param dataset the dataset that a job would learn from
     * @param datasetA the first dataset, where the family learns between two
     * @param datasetB the second dataset, where the family learns between two
     */
    public record Data(
            @Nullable String dataset,
            @Nullable String datasetA,
            @Nullable String datasetB) {
        public boolean isNamed() {
            return dataset != null || datasetA != null || datasetB != null;
        }
    }
}
