package dev.latent.access;

import dev.latent.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** 421 for a name that a service on loopback is not known by. */
class HostCheck extends OncePerRequestFilter {
    private final KnownHosts hosts;
    private final HandlerExceptionResolver problems;

    HostCheck(KnownHosts hosts, HandlerExceptionResolver problems) {
        this.hosts = hosts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader(HttpHeaders.HOST);
        if (hosts.know(host)) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, Problem.misdirected(refusal(host)));
        }
    }

    private static String refusal(String host) {
        return "this service is for its own machine and is not known as '" + host
                + "'; ask it at 127.0.0.1, or start it with --latent.access.hosts=NAME";
    }
}
