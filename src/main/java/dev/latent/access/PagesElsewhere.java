package dev.latent.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/** What web pages may do that come from elsewhere: nothing, unless their address is set. */
class PagesElsewhere implements CorsConfigurationSource {
    /** No page elsewhere can send it: with it, browsers ask first whether they may. */
    private static final String ASKED_BEFORE_A_PROXY = "X-Forwarded-Host";

    private final CorsConfiguration known = new CorsConfiguration();

    PagesElsewhere(List<String> origins) {
        known.setAllowedOrigins(origins);
        known.setAllowedMethods(List.of(CorsConfiguration.ALL));
        known.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        known.setExposedHeaders(List.of(CorsConfiguration.ALL));
    }

    /** Null, no rules, for a page of this service. */
    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                        || isOf(request.getHeader(HttpHeaders.HOST), origin)
                        || isOf(request.getHeader(ASKED_BEFORE_A_PROXY), origin)
                ? null
                : known;
    }

    /** Without the scheme: where TLS ends before this service, a page's is https and the request's is not. */
    private static boolean isOf(@Nullable String host, String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
