package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.registry.VersionJudged;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.client.RestTestClient;

@TrainingTest
class JobVerdictTests {
    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    @Autowired
    ApplicationEventPublisher publisher;

    @Test
    void aJobSaysThatItsVersionIsNoBetterThanWhatTakesNoTraining() {
        trainer.behave("finish");
        TrainingClient client = new TrainingClient(http);
        String job = client.submit("beaten");
        client.await(job, JobStatus.SUCCEEDED);
        assertThat(client.job(job).get("verdict").isNull()).isTrue();

        publisher.publishEvent(new VersionJudged("beaten", 1, "It loses to a blur."));

        assertThat(client.job(job).get("verdict").stringValue()).isEqualTo("It loses to a blur.");
    }

    @Test
    void aJobSaysWhatItDoesAndWhyItEnded() {
        trainer.behave("finish");
        TrainingClient client = new TrainingClient(http);
        String job = client.submit("told");
        client.await(job, JobStatus.SUCCEEDED);

        assertThat(client.job(job).at("/notes/0").stringValue()).isEqualTo("Nothing is varied.");
        assertThat(client.job(job).at("/stopReason/code").stringValue()).isEqualTo("length");
    }

    @Test
    void aCancelledJobSaysSoUntilItIsResumed() {
        trainer.behave("run");
        TrainingClient client = new TrainingClient(http);
        String job = client.submit("stopped");
        client.awaitProgress(job);
        client.order(job, "cancel");
        assertThat(client.job(job).at("/stopReason/code").stringValue()).isEqualTo("cancelled");

        trainer.behave("finish");
        client.order(job, "resume");
        client.await(job, JobStatus.SUCCEEDED);

        assertThat(client.job(job).at("/stopReason/code").stringValue()).isEqualTo("length");
    }
}
