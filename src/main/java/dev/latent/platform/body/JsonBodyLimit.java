package dev.latent.platform.body;

import dev.latent.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the reading of a JSON body that is too long, whatever length it claims to have. Lines of JSON may be so many. */
@Component
class JsonBodyLimit extends OncePerRequestFilter {
    private final long limit;

    JsonBodyLimit(@Value("${latent.http.largest-json-body:64MB}") DataSize limit) {
        this.limit = limit.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(isJson(request) ? new Bounded(request) : request, response);
    }

    private static boolean isJson(HttpServletRequest request) {
        try {
            String type = request.getContentType();
            String subtype = type == null ? "" : MediaType.parseMediaType(type).getSubtype();
            return subtype.equals("json") || subtype.endsWith("+json");
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private final class Bounded extends HttpServletRequestWrapper {
        Bounded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream());
        }
    }

    private final class BoundedStream extends ServletInputStream {
        private final ServletInputStream stream;
        private long read;

        BoundedStream(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int value = stream.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = stream.read(bytes, offset, length);
            count(count);
            return count;
        }

        private void count(int more) {
            read += Math.max(0, more);
            if (read > limit) {
                throw Problem.tooLarge("A JSON body must have at most " + limit + " bytes");
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
