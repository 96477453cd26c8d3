package dev.latent.platform.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure (RFC 9457): what is wrong, where, and what would be right.
 *
 * @param type {@code about:blank}, as the status tells enough
 * @param title the status in words
 * @param status the status
 * @param detail what is wrong, and what to do about it
 * @param instance the path that was asked
 * @param errors each fault of the request
 */
@Schema(name = ProblemBody.NAME)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable URI instance,
        @Nullable List<Fault> errors) {
    static final String NAME = "Problem";

    /**
     * A fault of a request.
     *
     * @param detail what is wrong there, and what would be right
     * @param pointer where in the body, as {@code #/hyperparameters/latentDim}
     * @param parameter which query parameter
     * @param header which header
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            String detail,
            @Nullable String pointer,
            @Nullable String parameter,
            @Nullable String header) {}
}
