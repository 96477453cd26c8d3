package dev.latent.problem;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A failure that the client can do something about: answered as {@code application/problem+json}. */
public final class Problem extends ErrorResponseException {
    /** As RFC 9457 has it for problems that their status tells enough about. */
    public static final URI WITHOUT_TYPE = URI.create("about:blank");

    private Problem(HttpStatus status, String detail, List<Map<String, String>> errors) {
        super(status, body(status, detail, errors), null);
    }

    /** 403: who asks may not. */
    public static Problem forbidden(String detail) {
        return new Problem(HttpStatus.FORBIDDEN, detail, List.of());
    }

    /** 421: the request was meant for another host. */
    public static Problem misdirected(String detail) {
        return new Problem(HttpStatus.MISDIRECTED_REQUEST, detail, List.of());
    }

    /** 404: the path names something that isn't there. */
    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail, List.of());
    }

    /** 409: the state or the family of what the path names forbids it. */
    public static Problem conflict(String detail) {
        return new Problem(HttpStatus.CONFLICT, detail, List.of());
    }

    /** 400: what is wrong has no name. */
    public static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail, List.of());
    }

    /** 400: a query parameter is wrong; the detail says what would be right. */
    public static Problem badParameter(String parameter, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail, List.of(Map.of("detail", detail, "parameter", parameter)));
    }

    /** 400: several query parameters are wrong. @param details by parameter */
    public static Problem badParameters(Map<String, String> details) {
        if (details.size() == 1) {
            return details.entrySet().stream()
                    .map(only -> badParameter(only.getKey(), only.getValue()))
                    .findFirst()
                    .orElseThrow();
        }
        return new Problem(
                HttpStatus.BAD_REQUEST,
                details.size() + " parameters are wrong",
                details.entrySet().stream()
                        .map(wrong -> Map.of("detail", wrong.getValue(), "parameter", wrong.getKey()))
                        .toList());
    }

    /** 400: a header is wrong. */
    public static Problem badHeader(String header, String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail, List.of(Map.of("detail", detail, "header", header)));
    }

    /** 400: the body can't be read at all. */
    public static Problem badBody(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail, List.of(Map.of("detail", detail, "pointer", "#")));
    }

    /** 422: a well-formed body with bad fields. */
    public static Problem invalid(List<Invalid> fields) {
        String detail = fields.size() == 1 ? fields.get(0).detail() : fields.size() + " fields are wrong";
        return invalid(detail, fields);
    }

    /** 422 with a detail of its own. */
    public static Problem invalid(String detail, List<Invalid> fields) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, detail, inJson(fields));
    }

    private static List<Map<String, String>> inJson(List<Invalid> fields) {
        return fields.stream()
                .map(field -> Map.of("detail", field.detail(), "pointer", field.pointer()))
                .toList();
    }

    /** 422 for one field. @param pointer {@code #/hyperparameters/latentDim} */
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new Invalid(pointer, detail)));
    }

    /** 422: a header contradicts what came before. */
    public static Problem invalidHeader(String header, String detail) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, detail, List.of(Map.of("detail", detail, "header", header)));
    }

    /** 413: the body as a whole. */
    public static Problem tooLarge(String detail) {
        return tooLarge("#", detail);
    }

    /** 413: what the pointer names. */
    public static Problem tooLarge(String pointer, String detail) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, detail, List.of(Map.of("detail", detail, "pointer", pointer)));
    }

    /** 415. */
    public static Problem unsupportedMediaType(String detail) {
        return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail, List.of());
    }

    /** 406. */
    public static Problem notAcceptable(String detail) {
        return new Problem(HttpStatus.NOT_ACCEPTABLE, detail, List.of());
    }

    /** 503: the service is full or going down; it may be asked again after a while. */
    public static Problem unavailable(Duration retryAfter, String detail) {
        Problem problem = new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail, List.of());
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        return problem;
    }

    private static ProblemDetail body(HttpStatus status, String detail, List<Map<String, String>> errors) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, ClientText.of(detail));
        body.setType(WITHOUT_TYPE);
        body.setTitle(status.getReasonPhrase());
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors.stream().map(Problem::told).toList());
        }
        return body;
    }

    private static Map<String, String> told(Map<String, String> error) {
        Map<String, String> told = new LinkedHashMap<>(error);
        told.computeIfPresent("detail", (name, detail) -> ClientText.of(detail));
        return told;
    }

    /** @param pointer where in the body: {@code #/hyperparameters/latentDim} */
    public record Invalid(String pointer, String detail) {}
}
