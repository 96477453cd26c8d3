package dev.latent.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Several executors, each a process of its own. */
@Tag("spark")
@ServiceTest
class ExecutorTests {
    private static final int ROWS = 40_000;
    private static final int ROWS_OF_A_REQUEST = 1000;
    private static final String ONE_TASK = "20000"; // bytes of the table, some 400 rows

    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void oneThatIsKilledInMidWayCostsNothing() throws IOException {
        TestModels.publishTable(registry, "spark-killed", "vae", Readings.COLUMNS);
        String model = "http://127.0.0.1:" + port + "/v1/models/spark-killed/versions/1/export";
        Path table = Files.writeString(folder.resolve("table.csv"), Readings.text(0, ROWS));
        Path output = folder.resolve("scored.json");
        SparkSubmit spark = new SparkSubmit(folder, SparkSubmit.TWO_EXECUTORS)
                .with("spark.sql.files.maxPartitionBytes", ONE_TASK)
                .with("spark.sql.files.openCostInBytes", "1");

        Process driver = spark.start("score", model, table, output);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(3))
                .until(() -> finishedTasks(output) > 2 || !driver.isAlive());
        executors(driver).findFirst().orElseThrow().destroyForcibly();
        spark.requireSuccess(driver);

        assertThat(spark.said()).contains("Lost executor");
        assertSameAsService(SparkSubmit.byId(output, "id"));
    }

    private static Stream<ProcessHandle> executors(Process driver) {
        return driver.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"));
    }

    /** Whose part of the output is there. */
    private static long finishedTasks(Path output) throws IOException {
        Path attempt = output.resolve("_temporary").resolve("0");
        if (!Files.isDirectory(attempt)) {
            return 0;
        }
        try (Stream<Path> parts = Files.list(attempt)) {
            return parts.filter(part -> part.getFileName().toString().startsWith("task_"))
                    .count();
        }
    }

    private void assertSameAsService(Map<Long, JsonNode> scored) {
        assertThat(scored).hasSize(ROWS);
        for (int from = 0; from < ROWS; from += ROWS_OF_A_REQUEST) {
            byte[] rows = Readings.text(from, from + ROWS_OF_A_REQUEST).getBytes(StandardCharsets.UTF_8);
            JsonNode scores = Http.json(new Http(client)
                            .post("/v1/models/spark-killed/anomaly-score?ignore=true", "text/csv", rows, Http.JSON))
                    .at("/scores");
            for (int i = 0; i < ROWS_OF_A_REQUEST; i++) {
                assertThat(scored.get((long) from + i).at("/score").doubleValue())
                        .isEqualTo(scores.get(i).doubleValue());
            }
        }
    }
}
