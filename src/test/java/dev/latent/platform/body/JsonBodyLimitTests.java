package dev.latent.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.problem.Problem;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class JsonBodyLimitTests {
    private final JsonBodyLimit limit = new JsonBodyLimit(DataSize.ofBytes(10));

    @Test
    void aBodyWithinTheLimitIsReadAsItIs() throws Exception {
        assertThat(read("application/json", 10)).isEqualTo(10);
    }

    @Test
    void aLongerJsonBodyIsRefused() {
        assertThatThrownBy(() -> read("application/json", 11))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("413");
        assertThatThrownBy(() -> read("application/merge-patch+json", 11)).isInstanceOf(Problem.class);
    }

    @Test
    void otherBodiesHaveBoundsOfTheirOwn() throws Exception {
        assertThat(read("application/octet-stream", 11)).isEqualTo(11);
    }

    private long read(String contentType, int length) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType(contentType);
        request.setContent(new byte[length]);
        AtomicLong read = new AtomicLong();
        limit.doFilter(request, new MockHttpServletResponse(), (filtered, response) -> {
            InputStream body = filtered.getInputStream();
            read.set(body.readAllBytes().length);
        });
        return read.get();
    }
}
