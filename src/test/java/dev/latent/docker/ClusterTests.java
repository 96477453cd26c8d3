package dev.latent.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.training.JobStatus;
import dev.latent.training.TrainingClient;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Compose's cluster: three API replicas behind a proxy, two workers, PostgreSQL and an S3 store. */
@Tag("containers")
class ClusterTests {
    private static final int PORT = 8080;

    private static Compose compose;

    @BeforeAll
    static void start() {
        Docker.requireEngine();
        Docker.buildService();
        compose = new Compose().with("database").with("store").with("proxy");
        compose.up("cluster");
    }

    @AfterAll
    static void stop() {
        if (compose != null) {
            compose.close();
        }
    }

    @Test
    void aJobOfOneReplicaIsWatchedThroughAnotherAndAnsweredByAThird() {
        String job = new TrainingClient(replica(1)).submit("shared", 20);

        JsonNode done = new TrainingClient(replica(2)).await(job, JobStatus.SUCCEEDED);

        assertThat(done.get("modelVersion").intValue()).isEqualTo(1);
        assertThat(samples(replica(3), "shared")).isNotEmpty();
    }

    @Test
    void theSameSeedGivesTheSameBytesFromEveryReplicaAndThroughTheProxy() {
        byte[] first = samples(replica(1), "mnist-cgan");

        assertThat(IntStream.rangeClosed(2, 3).mapToObj(ClusterTests::replica))
                .allSatisfy(
                        replica -> assertThat(samples(replica, "mnist-cgan")).isEqualTo(first));
        assertThat(samples(client(compose.address("proxy", 1, PORT)), "mnist-cgan"))
                .isEqualTo(first);
    }

    @Test
    void aJobWhoseWorkerIsKilledGoesOnAtTheOther() {
        TrainingClient training = new TrainingClient(replica(1));
        String job = training.submit("survivor", 100_000);
        training.awaitProgress(job);

        Docker.run("kill", workerThatTrains());

        training.awaitProgressOfAttempt(job, 2);
        training.order(job, "cancel");
    }

    private static String workerThatTrains() {
        return compose.containers("worker").stream()
                .filter(worker -> Docker.succeeds("exec", worker, "ls", "/data/work"))
                .findFirst()
                .orElseThrow();
    }

    private static RestTestClient replica(int index) {
        return client(compose.address("api", index, PORT));
    }

    private static RestTestClient client(URI address) {
        return RestTestClient.bindToServer().baseUrl(address.toString()).build();
    }

    private static byte[] samples(RestTestClient service, String model) {
        return service.get()
                .uri("/v1/models/" + model + "/samples?count=3&seed=7")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }
}
