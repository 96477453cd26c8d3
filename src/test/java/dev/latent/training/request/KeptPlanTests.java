package dev.latent.training.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.family.Json;
import dev.latent.run.RunPlan;
import dev.latent.run.RunRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What earlier releases left in the column {@code plan} and in {@code run.json} is read, and written as it was. */
class KeptPlanTests {
    private static final String ROW = """
            {"family": "vae", "model": "mine", "datasets": [{"name": "ring", "digest": "0123"}],
             "from": {"model": "other", "version": 3}, "trainOn": "train", "epochs": null, "steps": 500,
             "batchSize": 64, "seed": 7, "hyperparameters": {"latentSize": 2}}""";

    private static final String RUN = """
            {"job": "0b5e", "attempt": 2, "family": "vae", "hyperparameters": {"latentSize": 2},
             "datasets": ["file:///data/ring"], "epochs": 16, "steps": null, "batchSize": 64, "seed": 7,
             "trainOn": "train+validation", "from": null, "threads": 2}""";

    @Test
    void aRowOfAnEarlierReleaseIsRead() {
        TrainingPlan plan = Json.MAPPER.readValue(ROW, TrainingPlan.class);

        assertThat(plan.run()).isEqualTo(new RunPlan("vae", latentSize(), null, 500L, 64, 7, "train"));
        assertThat(plan.model()).isEqualTo("mine");
        assertThat(plan.datasetNames()).containsExactly("ring");
        assertThat(plan.from()).isEqualTo(new TrainingPlan.Start("other", 3));
    }

    @Test
    void aRowIsWrittenAsItWas() {
        TrainingPlan plan = Json.MAPPER.readValue(ROW, TrainingPlan.class);

        assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(plan))).isEqualTo(Json.MAPPER.readTree(ROW));
    }

    @Test
    void theFileOfARunIsReadAndWrittenAsItWas() {
        RunRequest request = Json.MAPPER.readValue(RUN, RunRequest.class);

        assertThat(request.plan()).isEqualTo(new RunPlan("vae", latentSize(), 16, null, 64, 7, "train+validation"));
        assertThat(request.datasets()).isEqualTo(List.of(Path.of("/data/ring")));
        assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(request)))
                .isEqualTo(Json.MAPPER.readTree(RUN));
    }

    @Test
    void aMemberThatIsUnknownIsRefusedInBoth() {
        assertThatThrownBy(() -> Json.MAPPER.readValue(RUN.replace("steps", "step"), RunRequest.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("step");
        assertThatThrownBy(() -> Json.MAPPER.readValue(ROW.replace("seed", "sede"), TrainingPlan.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("sede");
    }

    private static JsonNode latentSize() {
        return Json.MAPPER.readTree("{\"latentSize\": 2}");
    }
}
