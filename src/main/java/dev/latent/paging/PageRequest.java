package dev.latent.paging;

import dev.latent.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 200
 * @param after the key of the last item of the page before, or null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {
    static final int USUAL = 50;
    static final int MOST = 200;

    /**
     * From the query parameters {@code limit} and {@code cursor}.
     *
     * @throws Problem 400 where they are wrong
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int size = limit == null ? USUAL : limit;
        if (size < 1 || size > MOST) {
            throw Problem.badParameter("limit", "limit must be 1 to " + MOST + ", not " + size);
        }
        return new PageRequest(size, cursor == null ? null : decode(cursor));
    }

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrongCursor();
        }
    }

    /** {@link #after} as a number. @throws Problem 400 where it is none */
    public @Nullable Long afterNumber() {
        try {
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw wrongCursor();
        }
    }

    private static Problem wrongCursor() {
        return Problem.badParameter("cursor", "cursor must be the \"next\" of an earlier page of this list");
    }
}
