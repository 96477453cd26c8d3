package dev.latent.training.request;

import static dev.latent.Http.JSON;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.problem.Problem;
import dev.latent.training.TrainingTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@TrainingTest
class FamilyDefaultsTests {
    private static final String FAMILIES = "/v1/families/";

    @Autowired
    RestTestClient client;

    @Autowired
    JobRequests requests;

    @ParameterizedTest
    @MethodSource("families")
    void aFamilyShowsForImagesAndForVectorsWhatAJobOnThemGets(String family) {
        for (String dataset : new String[] {"digits", "moons"}) {
            ObjectNode body = body(family, dataset);
            EntityExchangeResult<byte[]> answer = ask(family, query(body));
            TrainingPlan plan = planOrNull(body);
            if (plan == null) {
                assertThat(answer.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
                assertThat(json(answer).at("/errors/0/parameter").stringValue()).startsWith("dataset");
            } else {
                assertThat(defaults(json(answer))).isEqualTo(plan.run().hyperparameters());
                assertThat(json(answer).at("/defaults/epochs").intValue())
                        .isEqualTo(plan.run().epochs());
                assertThat(json(answer).at("/defaults/batchSize").intValue())
                        .isEqualTo(plan.run().batchSize());
            }
        }
    }

    static Stream<String> families() {
        return ModelFamilies.all().stream().map(ModelFamily::id);
    }

    private TrainingPlan planOrNull(ObjectNode body) {
        try {
            return requests.read(body);
        } catch (Problem unfit) {
            return null;
        }
    }

    private static ObjectNode body(String family, String dataset) {
        ObjectNode body =
                JsonMapper.shared().createObjectNode().put("family", family).put("model", "mine");
        return ModelFamilies.find(family).orElseThrow().unpaired()
                ? body.put("datasetA", dataset).put("datasetB", dataset)
                : body.put("dataset", dataset);
    }

    private static String query(ObjectNode body) {
        return body.has("dataset")
                ? "?dataset=" + body.get("dataset").stringValue()
                : "?datasetA=" + body.get("datasetA").stringValue() + "&datasetB="
                        + body.get("datasetB").stringValue();
    }

    @Test
    void vectorsHaveOtherDefaultsThanImages() {
        JsonNode images = json(ask("vae", "?dataset=digits"));
        JsonNode vectors = json(ask("vae", "?dataset=moons"));

        assertThat(images.at("/hyperparameters/properties/architecture/default").stringValue())
                .isEqualTo("conv");
        assertThat(vectors.at("/hyperparameters/properties/architecture/default")
                        .stringValue())
                .isEqualTo("mlp");
        assertThat(vectors.at("/hyperparameters/properties/latentDim/minimum").intValue())
                .isOne();
    }

    @Test
    void whatIsShownForADatasetStaysOutOfWhatIsShownWithoutOne() {
        JsonNode before = json(ask("vae", ""));
        ask("vae", "?dataset=moons");
        assertThat(json(ask("vae", ""))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?dataset=none",
                "?dataset=",
                "?datasetA=digits&datasetB=digits",
                "?dataset=digits&datasetA=digits"
            })
    void aDatasetThatTheFamilyCanNotHaveIsABadParameter(String query) {
        EntityExchangeResult<byte[]> answer = ask("vae", query);

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).startsWith("dataset");
    }

    @Test
    void ofAPairBothHaveToBeNamed() {
        JsonNode answer = json(ask("cyclegan", "?datasetA=digits"));

        assertThat(answer.at("/errors/0/parameter").stringValue()).isEqualTo("datasetB");
        assertThat(answer.at("/detail").stringValue()).contains("datasetB is missing");
    }

    private EntityExchangeResult<byte[]> ask(String family, String query) {
        return new Http(client).get(FAMILIES + family + query, JSON);
    }

    private static JsonNode defaults(JsonNode family) {
        ObjectNode defaults = JsonMapper.shared().createObjectNode();
        family.at("/hyperparameters/properties")
                .forEachEntry((name, property) -> defaults.set(name, property.get("default")));
        return defaults;
    }
}
