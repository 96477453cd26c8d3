package dev.latent.platform.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells those who read a body what it is where its {@code Content-Type} is missing or wrong: curl sends pictures as a
 * form unless told otherwise. Asking for the stream also keeps the container from reading a form's fields, which no
 * operation has but an upload.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class MendedContentType extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MediaType declared = declared(request);
        if (!WITH_BODY.contains(request.getMethod())
                || declared != null && declared.getType().equals("multipart")) {
            chain.doFilter(request, response);
            return;
        }
        SightedStream body = SightedStream.of(request.getInputStream(), ContentSight.BYTES);
        chain.doFilter(new TypedRequest(request, body, type(declared, body.head(), request)), response);
    }

    /** Null where it is missing, or is none. */
    private static @Nullable MediaType declared(HttpServletRequest request) {
        try {
            String type = request.getContentType();
            return type == null ? null : MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static @Nullable String type(@Nullable MediaType declared, byte[] head, HttpServletRequest request) {
        MediaType seen = ContentSight.of(head);
        if (seen != null && !(declared != null && keeps(declared, seen))) {
            return seen.toString();
        }
        // Spring can't go on with one that is no single type.
        return declared != null && !declared.isConcrete()
                ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                : request.getContentType();
    }

    /** What is JSON in any sense is read as that: whoever sends it broken is told where it breaks. */
    private static boolean keeps(MediaType declared, MediaType seen) {
        return declared.equalsTypeAndSubtype(seen)
                || seen.equals(ContentSight.CSV) && declared.getSubtype().endsWith("json")
                || (seen.equals(MediaType.APPLICATION_JSON) || seen.equals(ContentSight.NDJSON))
                        && declared.getSubtype().matches(".*json(l|lines)?");
    }
}
