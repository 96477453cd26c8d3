package dev.latent.platform.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.WebRequest;

/** Whether an {@code Accept} header is one: Spring takes one that can't be read for one that nothing satisfies. */
final class BrokenAccept {
    private BrokenAccept() {}

    /** What is wrong with it, or null. */
    static @Nullable InvalidMediaTypeException of(WebRequest request) {
        String[] sent = request.getHeaderValues(HttpHeaders.ACCEPT);
        try {
            MediaType.parseMediaTypes(sent == null ? List.of() : List.of(sent));
            return null;
        } catch (InvalidMediaTypeException e) {
            return e;
        }
    }
}
