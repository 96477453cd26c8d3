package dev.latent.platform;

import dev.latent.problem.Problem;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What to say of query parameters that the container could not take apart: it does not tell which. */
final class BrokenQuery {
    private BrokenQuery() {}

    /** @param query as it was sent */
    static Problem explain(@Nullable String query) {
        return Arrays.stream((query == null ? "" : query).split("&"))
                .filter(pair -> decoded(pair) == null)
                .findFirst()
                .map(BrokenQuery::explainPair)
                .orElseGet(() -> Problem.badRequest("The parameters can't be read"));
    }

    private static Problem explainPair(String pair) {
        String sent = pair.split("=", 2)[0];
        String decoded = decoded(sent);
        String name = decoded == null ? sent : decoded;
        return Problem.badParameter(
                name,
                "'" + pair + "' can't be read: a % starts two hexadecimal digits of UTF-8, and a % itself is %25");
    }

    private static @Nullable String decoded(String text) {
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
