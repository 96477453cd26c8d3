package dev.latent.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The first request to each operation that was answered, as the document shows it: {@code openapi/examples.json}. */
final class SentExamples {
    private static final Path FILE = Path.of("src/main/resources", Examples.FILE);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int LONGEST = 4000;

    private final Map<String, Examples.Exchange> sent = new TreeMap<>();

    void add(Interface.Promise promise, EntityExchangeResult<byte[]> answer) {
        String id = promise.operation().path("operationId").asString();
        Object answered = shown(answer.getResponseHeaders().getContentType(), answer.getResponseBody());
        Examples.Exchange known = sent.get(id);
        if (known == null || known.answer() == null && answered != null) {
            sent.put(id, exchange(promise, answer, answered));
        }
    }

    private static Examples.Exchange exchange(
            Interface.Promise promise, EntityExchangeResult<byte[]> answer, @Nullable Object answered) {
        UriComponents uri = UriComponentsBuilder.fromUri(answer.getUrl()).build();
        Map<String, String> parameters = new LinkedHashMap<>(new UriTemplate(promise.path()).match(uri.getPath()));
        uri.getQueryParams().forEach((name, values) -> parameters.put(name, values.get(0)));
        MediaType type = answer.getRequestHeaders().getContentType();
        return new Examples.Exchange(
                parameters,
                essence(type),
                shown(type, answer.getRequestBodyContent()),
                String.valueOf(answer.getStatus().value()),
                essence(answer.getResponseHeaders().getContentType()),
                answered);
    }

    private static @Nullable String essence(@Nullable MediaType type) {
        return type == null ? null : type.getType() + "/" + type.getSubtype();
    }

    /** Null for what is no text, or long. */
    private static @Nullable Object shown(@Nullable MediaType type, byte @Nullable [] body) {
        if (type == null || body == null || body.length == 0 || body.length > LONGEST) {
            return null;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            return type.getSubtype().endsWith("json") ? JSON.readValue(text, Object.class) : textual(type, text);
        } catch (JacksonException e) {
            return text;
        }
    }

    private static @Nullable String textual(MediaType type, String text) {
        return type.getType().equals("text") ? text : null;
    }

    /** Each operation has an example, of the same parameters, statuses and types as were sent and answered now. */
    void hold() throws IOException {
        if (System.getProperty("docs.write") != null) {
            Files.writeString(FILE, JSON.writeValueAsString(sent) + "\n");
        }
        Map<String, Examples.Exchange> shown = JSON.readValue(Files.readString(FILE), new TypeReference<>() {});
        assertThat(shown.keySet())
                .as("write it anew: mvn test -Dtest=KeptInterfaceTests -Ddocs.write")
                .isEqualTo(sent.keySet());
        sent.forEach((id, now) -> {
            Examples.Exchange then = shown.get(id);
            assertThat(then.status()
                            + then.type()
                            + then.answerType()
                            + then.parameters().keySet())
                    .as(id)
                    .isEqualTo(now.status()
                            + now.type()
                            + now.answerType()
                            + now.parameters().keySet());
        });
    }
}
