package dev.latent.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every answer an {@code X-Request-Id}, the client's own where it sent a sensible one, and the log lines too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestIds extends OncePerRequestFilter {
    public static final String HEADER = "X-Request-Id";
    private static final String LOGGED_AS = "requestId";
    private static final IdGenerator IDS = new AlternativeJdkIdGenerator();
    private static final Pattern SENSIBLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = response.getHeader(HEADER);
        String id = given == null ? idOf(request.getHeader(HEADER)) : given;
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable logged = MDC.putCloseable(LOGGED_AS, id)) {
            chain.doFilter(request, response);
        }
    }

    /** What the container itself refuses comes here only as an error. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    public static String newId() {
        return IDS.generateId().toString();
    }

    private static String idOf(@Nullable String sent) {
        return sent != null && SENSIBLE.matcher(sent).matches() ? sent : newId();
    }
}
