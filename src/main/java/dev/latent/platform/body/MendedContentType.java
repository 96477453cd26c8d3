package dev.latent.platform.body;

import dev.latent.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Tells those who read a body what it is where its {@code Content-Type} is missing or wrong: curl sends pictures as a
 * form unless told otherwise. The only file of a form of several parts is the body to them. Asking for the stream also
 * keeps the container from reading a form's fields, which no operation has but an upload.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class MendedContentType extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final HandlerExceptionResolver problems;

    /** @param problems asked for when there is one to tell: a service without HTTP has none */
    MendedContentType(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MediaType declared = declared(request.getContentType());
        if (!WITH_BODY.contains(request.getMethod()) || isForm(declared) && isUpload(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            chain.doFilter(isForm(declared) ? ofForm(request) : mended(request), response);
        } catch (Problem problem) {
            problems.resolveException(request, response, null, problem);
        }
    }

    private static boolean isForm(@Nullable MediaType declared) {
        return declared != null && declared.getType().equals("multipart");
    }

    /** Reads a form of its own. */
    private static boolean isUpload(HttpServletRequest request) {
        return request.getRequestURI().equals("/v1/datasets");
    }

    private static HttpServletRequest ofForm(HttpServletRequest request) throws IOException {
        FormFile file = FormFile.of(request);
        SightedStream body = SightedStream.of(file, ContentSight.BYTES);
        return new TypedRequest(request, body, type(file.type(), body.head()));
    }

    private static HttpServletRequest mended(HttpServletRequest request) throws IOException {
        SightedStream body = SightedStream.of(request.getInputStream(), ContentSight.BYTES);
        return new TypedRequest(request, body, type(request.getContentType(), body.head()));
    }

    /** Null where it is missing, or is none. */
    private static @Nullable MediaType declared(@Nullable String type) {
        try {
            return type == null ? null : MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static @Nullable String type(@Nullable String header, byte[] head) {
        MediaType declared = declared(header);
        MediaType seen = ContentSight.of(head);
        if (seen != null && !(declared != null && keeps(declared, seen))) {
            return seen.toString();
        }
        // Spring can't go on with one that is no single type.
        return declared != null && !declared.isConcrete() ? MediaType.APPLICATION_OCTET_STREAM_VALUE : header;
    }

    /** What is JSON in any sense is read as that: whoever sends it broken is told where it breaks. */
    private static boolean keeps(MediaType declared, MediaType seen) {
        return declared.equalsTypeAndSubtype(seen)
                || seen.equals(ContentSight.CSV) && declared.getSubtype().endsWith("json")
                || (seen.equals(MediaType.APPLICATION_JSON) || seen.equals(ContentSight.NDJSON))
                        && declared.getSubtype().matches(".*json(l|lines)?");
    }
}
