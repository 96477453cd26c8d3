package dev.latent.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import dev.latent.storage.s3.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A service that keeps its versions in a bucket, and Spark that takes them from there. */
@Tag("spark")
@ServiceTest
class StoreTests {
    private static final Map<String, String> BUCKET = S3Server.shared().newBucketAsSettings();

    @DynamicPropertySource
    static void keepInABucket(DynamicPropertyRegistry registry) {
        BUCKET.forEach((name, value) -> registry.add(name, () -> value));
    }

    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @TempDir
    Path folder;

    @Test
    void aVersionIsLoadedByItsAlias() throws IOException {
        TestModels.publishTable(registry, "spark-stored", "vae", Readings.COLUMNS);
        Http http = new Http(client);
        http.put("/v1/models/spark-stored/aliases/champion", "{\"version\": 1}");
        Path table = Files.writeString(folder.resolve("table.csv"), Readings.text(0, 200));
        SparkSubmit spark = new SparkSubmit(folder, SparkSubmit.LOCAL);
        BUCKET.forEach((name, value) -> spark.with("spark." + name, value));

        Map<Long, JsonNode> scored = spark.run("score", "store:spark-stored/champion", table);

        JsonNode scores = Http.json(http.post(
                        "/v1/models/spark-stored/anomaly-score?ignore=true",
                        "text/csv",
                        Files.readAllBytes(table),
                        Http.JSON))
                .at("/scores");
        assertThat(scored).hasSize(200);
        scored.forEach((id, row) -> assertThat(row.at("/score").doubleValue())
                .isEqualTo(scores.get(id.intValue()).doubleValue()));
    }
}
