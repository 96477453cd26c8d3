package dev.latent.inference;

import static dev.latent.Http.JSON;
import static dev.latent.Http.NPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a family says it can do is served, and a sample's bits depend on nothing but version, parameters and seed. */
@ServiceTest
class EveryFamilyTests {
    private static final Set<Operation> GIVES_SAMPLES =
            EnumSet.of(Operation.GENERATE, Operation.TRANSLATE, Operation.RECONSTRUCT);

    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    static Stream<String> families() {
        return ModelFamilies.all().stream().map(ModelFamily::id);
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyOperationOfAnImageModelIsAnswered(String family) throws IOException {
        ModelVersion version = TestModels.publish(registry, "every-" + family, family, TestModels.DIGIT);

        for (Operation operation : version.description().operations()) {
            EntityExchangeResult<byte[]> answer = ask("/v1/models/every-" + family, operation, "digits");
            assertThat(answer.getStatus().value())
                    .as(operation.id() + " " + new String(answer.getResponseBody()))
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aSamplesBitsAreTheSameAloneAndAmongOthers(String family) throws IOException {
        ModelVersion version = TestModels.publish(registry, "bits-" + family, family, TestModels.DIGIT);
        assumeTrue(
                version.description().operations().stream().anyMatch(GIVES_SAMPLES::contains),
                "denoised pictures are compared by PictureCleaningTests");
        String model = "/v1/models/bits-" + family;
        String path = version.description().operations().contains(Operation.GENERATE)
                ? model + "/samples?seed=3&count="
                : version.description().operations().contains(Operation.TRANSLATE)
                        ? model + "/translated?dataset=digits&count="
                        : model + "/reconstructed?dataset=digits&count=";

        byte[] alone = values(path, 1);

        for (int count : new int[] {3, 17, 150}) {
            byte[] first = Arrays.copyOf(values(path, count), alone.length);
            assertThat(Arrays.equals(first, alone)).as("among " + count).isTrue();
        }
    }

    private byte[] values(String path, int count) {
        byte[] npy = new Http(client).get(path + count, NPY).getResponseBody();
        int bytes = count * ((SampleShape.Image) TestModels.DIGIT).size() * Float.BYTES;
        return Arrays.copyOfRange(npy, npy.length - bytes, npy.length);
    }

    private EntityExchangeResult<byte[]> ask(String model, Operation operation, String dataset) {
        Http http = new Http(client);
        return switch (operation) {
            case GENERATE -> http.get(model + "/samples?count=3", JSON);
            case INTERPOLATE -> http.get(model + "/interpolation?" + ends(model, dataset), JSON);
            case LATENT_GRID -> http.get(model + "/latent-grid?steps=3", JSON);
            case VECTOR_FIELD -> http.get(model + "/vector-field?steps=3", JSON);
            case DECODE -> http.post(model + "/decode", JSON, codes(model, dataset), JSON);
            case NLL -> http.post(model + "/nll?k=3", JSON, samples(dataset), JSON);
            default -> http.post(model + "/" + operation.id(), JSON, samples(dataset), JSON);
        };
    }

    private String ends(String model, String dataset) {
        boolean encodes = registry.find(model.substring("/v1/models/".length()), "latest")
                .description()
                .operations()
                .contains(Operation.ENCODE);
        return encodes ? "dataset=" + dataset + "&fromIndex=0&toIndex=1" : "fromSeed=1&toSeed=2";
    }

    private byte[] codes(String model, String dataset) {
        var encoded = Http.json(new Http(client).post(model + "/encode", JSON, samples(dataset), JSON));
        return ("{\"values\": " + encoded.at("/mean") + "}").getBytes();
    }

    private byte[] samples(String dataset) {
        return new Http(client)
                .get("/v1/datasets/" + dataset + "/samples?split=test&count=2", JSON)
                .getResponseBody();
    }
}
