package dev.latent.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a list.
 *
 * @param limit the most items on the page
 * @param cursor the {@code next} of the page before; without it the list begins
 */
public record PageQuery(
        @Min(value = 1, message = OF_LIMIT) @Max(value = PageRequest.MOST, message = OF_LIMIT) @Nullable
        Integer limit,

        @Nullable String cursor) {
    private static final String OF_LIMIT = "must be 1 to " + PageRequest.MOST;

    public PageQuery {
        limit = limit == null ? (Integer) PageRequest.USUAL : limit;
    }

    /** @throws dev.latent.problem.Problem 400 if the cursor is none */
    public PageRequest request() {
        return PageRequest.of(limit, cursor);
    }
}
