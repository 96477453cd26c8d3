package dev.latent.inference.http;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.inference.engine.NonFiniteAnswer;
import dev.latent.inference.stream.Client;
import dev.latent.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/** The client of a streamed answer over HTTP. */
final class ServletClient implements Client {
    private static final Logger LOG = LoggerFactory.getLogger(ServletClient.class);

    private final HttpServletResponse response;
    private final HttpHeaders headers;
    private final SampleFormat format;

    ServletClient(HttpServletResponse response, HttpHeaders headers, SampleFormat format) {
        this.response = response;
        this.headers = headers;
        this.format = format;
    }

    @Override
    public OutputStream begin(long bytes) throws IOException {
        response.setStatus(HttpStatus.OK.value());
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (bytes >= 0) {
            response.setContentLengthLong(bytes);
        }
        return response.getOutputStream();
    }

    /** Lines of JSON end in one more, {@code {"problem": …}}; whatever the format, the chunked body has no end. */
    @Override
    public void breakOff(Exception reason) throws IOException {
        if (!DisconnectedClientHelper.isClientDisconnectedException(reason)) {
            ProblemDetail problem = problem(reason);
            LOG.info("An answer was cut off: {}", problem.getDetail());
            if (format == SampleFormat.NDJSON) {
                response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(Map.of("problem", problem)));
            }
            response.flushBuffer();
        }
        throw new CloseNowException("the answer is not whole");
    }

    private static ProblemDetail problem(Exception reason) {
        if (reason instanceof Problem problem) {
            return problem.getBody();
        }
        if (reason instanceof NonFiniteAnswer none) {
            return NonFiniteAnswerAdvice.explain(none, true).getBody();
        }
        LOG.error("An answer failed", reason);
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong inside");
    }
}
