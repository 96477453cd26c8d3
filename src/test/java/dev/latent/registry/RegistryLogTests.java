package dev.latent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class RegistryLogTests {
    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @Test
    void whatIsPublishedPointedToAndDeletedIsALineEach(CapturedOutput output) throws IOException {
        String name = "logged-" + UUID.randomUUID();
        Http http = new Http(client);

        TestModels.publish(registry, name, "vae", TestModels.POINT);
        http.put("/v1/models/" + name + "/aliases/best", "{\"version\": 1}");
        http.delete("/v1/models/" + name + "/aliases/best");
        http.delete("/v1/models/" + name + "/versions/1");

        assertThat(output.getOut().lines().filter(line -> line.contains(name)))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("INFO", "Published version 1 of model '" + name + "': a vae, ", " KB"),
                        line -> assertThat(line)
                                .contains("The alias 'best' of model '" + name + "' stands for version 1"),
                        line -> assertThat(line).contains("Deleted the alias 'best' of model '" + name + "'"),
                        line -> assertThat(line).contains("Deleted version 1 of model '" + name + "'"));
    }
}
