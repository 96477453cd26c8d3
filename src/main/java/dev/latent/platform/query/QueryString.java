package dev.latent.platform.query;

import dev.latent.problem.Problem;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the question mark. The container would join it with the fields of a form, and read a whole upload
 * for that.
 *
 * @param values by name, in the order in which they were sent
 */
public record QueryString(Map<String, List<String>> values) {
    /**
     * @param query as it was sent
     * @throws Problem 400 that names the parameter which can't be decoded
     */
    public static QueryString parse(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty()) {
                int end = pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=');
                String name = decoded(pair.substring(0, end), pair);
                String value = decoded(pair.substring(Math.min(end + 1, pair.length())), pair);
                values.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
            }
        }
        return new QueryString(values);
    }

    /** Null where there are none. */
    @Nullable
    List<String> all(String name) {
        return values.get(name);
    }

    private static String decoded(String text, String pair) {
        String decoded = decode(text);
        if (decoded != null) {
            return decoded;
        }
        String sent = pair.split("=", 2)[0];
        String name = decode(sent);
        throw Problem.badParameter(
                name == null ? sent : name,
                "'" + pair + "' can't be read: a % starts two hexadecimal digits of UTF-8, and a % itself is %25");
    }

    private static @Nullable String decode(String text) {
        try {
            // URLDecoder puts question marks where bytes are no UTF-8, the container refuses them.
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }
}
