package dev.latent.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latent.ServiceTest;
import dev.latent.family.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The dashboard and the alert rules, which Compose and the chart share. */
@ServiceTest
class ObserveTests {
    private static final Path FILES = Path.of("helm/latent-server/files");
    private static final Path ALERTS = FILES.resolve("alerts.yaml");
    private static final Path ALERTS_TEST = Path.of("src/test/resources/observe/alerts-test.yaml");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z_]+)\\{");
    private static final Pattern SUFFIX = Pattern.compile("_(bucket|sum|count|max)$");

    @Autowired
    RestTestClient http;

    @Test
    void dashboardAndAlertsAskForWhatTheServiceShows() throws IOException {
        String shown = shown() + Files.readString(Path.of("docs/metrics.md"));
        Set<String> metrics = metrics(String.join("\n", queries()) + Files.readString(ALERTS));

        assertThat(metrics)
                .hasSizeGreaterThan(15)
                .allSatisfy(metric ->
                        assertThat(shown).contains(SUFFIX.matcher(metric).replaceFirst("")));
    }

    @Test
    void everyQueryOfTheDashboardIsOneOfPrometheus(@TempDir Path folder) throws Exception {
        String rules = queries().stream()
                .map(query -> "      - {record: \"a:b\", expr: " + Json.MAPPER.writeValueAsString(query) + "}\n")
                .collect(Collectors.joining("", "groups:\n  - name: dashboard\n    rules:\n", ""));
        Path file = Files.writeString(folder.resolve("queries.yaml"), rules);

        promtool(folder, "check", "rules", "--lint=none", file.toString());
    }

    @Test
    void alertsFireWhenTheyShouldAndNotOtherwise(@TempDir Path folder) throws Exception {
        Files.copy(ALERTS, folder.resolve("alerts.yaml"));
        Path test = Files.copy(ALERTS_TEST, folder.resolve("alerts-test.yaml"));

        promtool(folder, "check", "rules", "--lint=all", "--lint-fatal", "alerts.yaml");
        promtool(folder, "test", "rules", test.toString());
    }

    private static void promtool(Path folder, String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROMTOOL), "skipped: there is no " + PROMTOOL);
        List<String> command = Stream.concat(Stream.of(PROMTOOL.toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> !name.equals("up"))
                .collect(Collectors.toSet());
    }

    /** As Grafana sends them. */
    private static List<String> queries() throws IOException {
        JsonNode dashboard = Json.MAPPER.readTree(Files.readAllBytes(FILES.resolve("dashboard.json")));
        return dashboard.findValuesAsString("expr").stream()
                .map(query -> query.replace("$__rate_interval", "1m").replace("$instance", ".*"))
                .toList();
    }

    private String shown() {
        byte[] metrics = http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(metrics, StandardCharsets.UTF_8);
    }
}
