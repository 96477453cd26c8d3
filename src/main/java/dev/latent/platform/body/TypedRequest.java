package dev.latent.platform.body;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request whose body is of another type than its header says. */
final class TypedRequest extends HttpServletRequestWrapper {
    private final ServletInputStream body;
    private final @Nullable String type;

    TypedRequest(HttpServletRequest request, ServletInputStream body, @Nullable String type) {
        super(request);
        this.body = body;
        this.type = type;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    @Override
    public @Nullable String getContentType() {
        return type;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isType(name) ? type : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isType(name)
                ? Collections.enumeration(type == null ? List.of() : List.of(type))
                : super.getHeaders(name);
    }

    private static boolean isType(String header) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(header);
    }
}
