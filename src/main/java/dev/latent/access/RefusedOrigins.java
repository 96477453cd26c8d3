package dev.latent.access;

import dev.latent.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** 403 for what a web page elsewhere has its reader's browser send, as a problem that says why. */
class RefusedOrigins extends DefaultCorsProcessor {
    private final HandlerExceptionResolver problems;

    RefusedOrigins(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (rules != null && origin != null && rules.checkOrigin(origin) == null) {
            problems.resolveException(
                    request,
                    response,
                    null,
                    Problem.forbidden("a web page of " + origin + " may not ask this service; its own pages may, and"
                            + " those whose address is set by --latent.access.origins"));
            return false;
        }
        return super.processRequest(rules, request, response);
    }
}
