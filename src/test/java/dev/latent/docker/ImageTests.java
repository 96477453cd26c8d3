package dev.latent.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import dev.latent.family.Json;
import dev.latent.training.JobStatus;
import dev.latent.training.TrainingClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import tools.jackson.databind.JsonNode;

/** The image as people are told to run it: nothing to be written but its volume, and no privilege at all. */
@Tag("containers")
class ImageTests {
    private static final int PORT = 8080;

    private final String volume = "latent-test-" + UUID.randomUUID();

    @BeforeAll
    static void build() {
        Docker.requireEngine();
        Docker.buildService();
    }

    @BeforeEach
    void makeVolume() {
        Docker.run("volume", "create", volume);
    }

    @AfterEach
    void removeVolume() {
        Docker.run("volume", "rm", volume);
    }

    @Test
    void itTrainsAndAnswersWithNothingToBeWrittenButItsVolume() {
        try (Service service = start()) {
            String job = service.training().submit("trained", 20);
            service.training().await(job, JobStatus.SUCCEEDED);

            assertThat(samples(service, "trained")).hasSize(3);
            assertThat(samples(service, "mnist-cgan")).hasSize(3);
        }
    }

    @Test
    void itRunsAsAUserThatIsNotRoot() throws IOException, InterruptedException {
        try (Service service = start()) {
            assertThat(service.execInContainer("id", "-u").getStdout()).isEqualTo("10001\n");
        }
        assertThat(Docker.run("image", "inspect", "-f", "{{.Config.User}}", Docker.IMAGE))
                .isEqualTo("10001:10001");
    }

    @Test
    void aJobThatItsServiceFinishedIsThereInTheNextOneOfTheVolume() {
        String job;
        try (Service first = start()) {
            job = first.training().submit("kept", 20);
            first.training().await(job, JobStatus.SUCCEEDED);
        }

        try (Service second = start()) {
            assertThat(second.training()
                            .await(job, JobStatus.SUCCEEDED)
                            .get("attempts")
                            .intValue())
                    .isEqualTo(1);
            assertThat(samples(second, "kept")).hasSize(3);
        }
    }

    @Test
    void aJobWhoseServiceWasKilledGoesOnInTheNextOneOfTheVolume() {
        String job;
        try (Service first = start()) {
            job = first.training().submit("survivor", 100_000);
            first.training().awaitProgress(job);
            Docker.run("kill", first.getContainerId());
        }

        try (Service second = start()) {
            second.training().awaitProgressOfAttempt(job, 2);
        }
    }

    private static JsonNode samples(Service service, String model) {
        String uri = "/v1/models/" + model + "/samples?count=3&seed=7";
        byte[] answer = service.http()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Json.MAPPER.readTree(answer).get("values");
    }

    private Service start() {
        Service service = new Service(volume);
        service.start();
        return service;
    }

    private static final class Service extends GenericContainer<Service> {
        Service(String volume) {
            super(Docker.IMAGE);
            withExposedPorts(PORT);
            withCreateContainerCmdModifier(command -> confine(Objects.requireNonNull(command.getHostConfig()), volume));
            waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(2)));
        }

        private static void confine(HostConfig host, String volume) {
            host.withReadonlyRootfs(true)
                    .withCapDrop(Capability.ALL)
                    .withSecurityOpts(List.of("no-new-privileges"))
                    .withBinds(new Bind(volume, new Volume("/data")));
        }

        RestTestClient http() {
            return RestTestClient.bindToServer()
                    .baseUrl("http://" + getHost() + ":" + getMappedPort(PORT))
                    .build();
        }

        TrainingClient training() {
            return new TrainingClient(http());
        }
    }
}
