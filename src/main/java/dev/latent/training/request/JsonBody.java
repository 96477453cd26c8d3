package dev.latent.training.request;

import dev.latent.family.Json;
import dev.latent.problem.MalformedJson;
import dev.latent.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** Reads a small JSON body, with a bound on its size. */
public final class JsonBody {
    private static final int LARGEST = 1 << 20;
    private static final ObjectReader READER = Json.MAPPER
            .readerFor(JsonNode.class)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {}

    /** @throws Problem 400 if it is no JSON, 413 if it is over a MiB */
    public static JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.tooLarge("The body must have at most " + LARGEST + " bytes");
        }
        if (bytes.length == 0) {
            throw Problem.badBody("The body is missing; it must be a JSON object");
        }
        try {
            return READER.readValue(bytes);
        } catch (JacksonException e) {
            throw Problem.badBody("The body is not JSON: " + MalformedJson.explain(e));
        }
    }
}
