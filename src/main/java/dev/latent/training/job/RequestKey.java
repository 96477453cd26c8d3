package dev.latent.training.job;

import dev.latent.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The {@code Idempotency-Key} of a request.
 *
 * @param bodyHash equal for bodies that say the same, in whatever order
 */
public record RequestKey(String client, String key, String bodyHash) {
    private static final int LONGEST = 200;

    /** @throws Problem 400 if the key is empty or too long */
    public static @Nullable RequestKey of(@Nullable String key, String client, JsonNode body) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw Problem.badHeader("Idempotency-Key", "Idempotency-Key must have 1 to " + LONGEST + " characters");
        }
        return new RequestKey(client, key, hash(canonical(body)));
    }

    private static String canonical(JsonNode json) {
        if (json.isObject()) {
            Map<String, String> members = new TreeMap<>();
            json.forEachEntry(
                    (name, value) -> members.put(StringNode.valueOf(name).toString(), canonical(value)));
            return members.toString();
        }
        if (json.isArray()) {
            return json.valueStream().map(RequestKey::canonical).toList().toString();
        }
        return json.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
