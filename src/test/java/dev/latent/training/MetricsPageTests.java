package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.GeneratedPage;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The page lists what a service shows that has trained and trains. */
@TrainingTest
class MetricsPageTests {
    private static final String HEAD = """
            # Metrics

            Written by `mvn test -Dtest=MetricsPageTests -Ddocs.write` from what the running service shows; a test holds it to that.

            `GET /actuator/prometheus` answers in Prometheus' text format, each metric with its help text. All have the tag `application`, which is `latent-server` (`spring.application.name`).
            A timer is shown as `…_count`, `…_sum` and `…_max`, a distribution too; where buckets are named, as a histogram with `…_bucket`.

            ## Of this service
            | metric | type | unit | tags | what it tells |
            |---|---|---|---|---|
            """;

    private static final String FRAMEWORK = """

            ## Of the framework
            Many more of the JVM, the machine, the web server and the database's pool; those that are looked at most:

            | metric | what it tells |
            |---|---|
            """;

    @Value("${latent.home}")
    String home;

    private final PrometheusNamingConvention names = new PrometheusNamingConvention();

    @Autowired
    MeterRegistry registry;

    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    @Test
    void theMetricsPageTellsWhatTheServiceShows() throws IOException {
        TrainingClient client = new TrainingClient(http);
        trainer.behave("diverge");
        client.await(client.submit("ended"), JobStatus.FAILED);
        trainer.behave("run");
        String running = client.submit("running");
        client.awaitProgress(running);
        Awaitility.await().until(() -> registry.find("latent.training.loss").meter() != null);
        try {
            String page = HEAD + own() + FRAMEWORK + framework();
            new GeneratedPage("metrics.md").hold(page, MetricsPageTests.class);
        } finally {
            client.order(running, "cancel");
            client.await(running, JobStatus.CANCELLED);
        }
    }

    @Test
    void metricsTellNoPathOfTheMachine() {
        assertThat(scrape()).contains("disk_free_bytes").doesNotContain(home);
    }

    private String own() {
        Map<String, String> rows = new TreeMap<>();
        for (Meter meter : registry.getMeters()) {
            if (meter.getId().getName().startsWith("latent.")) {
                assertThat(meter.getId().getDescription())
                        .as(meter.getId().getName())
                        .isNotBlank();
                assertThat(scrape()).contains("# HELP " + name(meter).replace("_total", ""));
                rows.put(name(meter), row(meter));
            }
        }
        return rows.values().stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private String row(Meter meter) {
        String tags = meter.getId().getTags().stream()
                .map(Tag::getKey)
                .filter(key -> !key.equals("application"))
                .map(key -> "`" + key + "`")
                .collect(Collectors.joining(", "));
        String unit = meter.getId().getBaseUnit();
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        name(meter),
                        meter.getId().getType().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        unit == null ? "none" : unit,
                        tags,
                        meter.getId().getDescription());
    }

    private String name(Meter meter) {
        Meter.Id id = meter.getId();
        String name = names.name(id.getName(), id.getType(), id.getBaseUnit()).replaceAll("[^\\w:]", "_");
        return id.getType() == Meter.Type.COUNTER ? name + "_total" : name;
    }

    private String framework() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(
                "http_server_requests_seconds", "How long requests take, by `uri`, `method`, `status` and `outcome`.");
        known.put(
                "jvm_memory_used_bytes",
                "Java's memory, by `area` and `id`. The engine's is not in it: see the process's resident memory.");
        known.put(
                "process_cpu_usage",
                "The processors' share that the service itself takes, from 0 to 1; training runs are processes of their own.");
        known.put("system_cpu_usage", "The processors' share that the whole machine takes.");
        known.put("disk_free_bytes", "What is left on the disk that holds the home.");
        known.put("hikaricp_connections_pending", "Who waits for a connection to the database.");
        String scrape = scrape();
        StringBuilder rows = new StringBuilder();
        known.forEach((name, text) -> {
            assertThat(scrape).as(name).contains("# HELP " + name + " ");
            rows.append("| `").append(name).append("` | ").append(text).append(" |\n");
        });
        return rows.toString();
    }

    private String scrape() {
        return http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
