package dev.latent.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.image.PictureReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Pictures of several sizes, as clients see them. */
@ServiceTest
class WholePicturesOverHttpTests {
    private static final String DATASET = "/v1/datasets/whole";
    private static final String SAMPLES = DATASET + "/samples?split=train&index=0&count=";

    @Autowired
    RestTestClient client;

    @BeforeEach
    void upload() {
        if (new Http(client).get(DATASET, Http.JSON).getStatus().value() == 200) {
            return;
        }
        Zips zip = new Zips();
        for (int i = 0; i < 40; i++) {
            zip.file("train/" + i + ".png", Zips.picture(i, 1, 70, 80 + i % 3));
        }
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("name", "whole");
        form.part("file", new ByteArrayResource(zip.bytes())).filename("pictures.zip");
        client.post()
                .uri("/v1/datasets")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form.build())
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void theDescriptionTellsTheirSizes() {
        JsonNode dataset = Http.json(new Http(client).get(DATASET, Http.JSON));

        assertThat(dataset.at("/pictures/sizes").toString())
                .isEqualTo("{\"leastHeight\":70,\"greatestHeight\":70,\"leastWidth\":80,\"greatestWidth\":82}");
        assertThat(dataset.at("/shape").toString()).isEqualTo("[1,70,80]");
    }

    @Test
    void oneIsShownWholeAndSeveralByTheirMiddles() throws IOException {
        byte[] one = new Http(client).get(SAMPLES + 1, Http.PNG).getResponseBody();
        byte[] four = new Http(client).get(SAMPLES + 4, Http.PNG).getResponseBody();

        assertThat(new PictureReader(100_000).read(one).picture().width()).isBetween(80, 82);
        assertThat(new PictureReader(100_000).read(four).picture().width()).isEqualTo(160);
    }

    @ParameterizedTest
    @CsvSource({"vae, {}", "dcgan, {}", "denoising-autoencoder, {\"architecture\": \"conv\"}"})
    void whatNeedsOneSizeIsRefusedWithTheFix(String family, String hyperparameters) {
        EntityExchangeResult<byte[]> answer = train(family, hyperparameters);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(Http.json(answer).at("/errors/0/pointer").stringValue()).isEqualTo("#/dataset");
        assertThat(Http.json(answer).at("/detail").stringValue())
                .contains("70 pixels high and 80 to 82 wide", "resize=WIDTHxHEIGHT and fit=", "denoising-autoencoder");
    }

    @Test
    void whatLearnsFromWindowsTakesThem() {
        EntityExchangeResult<byte[]> answer = train("denoising-autoencoder", "{\"architecture\": \"residual\"}");

        assertThat(answer.getStatus().value()).as(Http.json(answer).toString()).isEqualTo(202);
        String job = "/v1/training-jobs/" + Http.json(answer).at("/id").stringValue();
        new Http(client).post(job + "/cancel", Http.JSON, new byte[0], Http.JSON);
    }

    private EntityExchangeResult<byte[]> train(String family, String hyperparameters) {
        String body = "{\"family\": \"" + family + "\", \"dataset\": \"whole\", \"model\": \"whole-" + family
                + "\", \"steps\": 100, \"hyperparameters\": " + hyperparameters + "}";
        return new Http(client).post("/v1/training-jobs", Http.JSON, body.getBytes(StandardCharsets.UTF_8), Http.JSON);
    }
}
