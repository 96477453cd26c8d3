package dev.latent.training;

import dev.latent.family.Json;
import dev.latent.run.RunReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Reads a child's reports to the end, whatever it writes: what is no report is passed over, a line has a bound. */
final class ReportReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);
    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream output;
    private final Consumer<RunReport> listener;

    ReportReader(InputStream output, Consumer<RunReport> listener) {
        this.output = output;
        this.listener = listener;
    }

    @Override
    public void run() {
        try (Reader reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n') {
                    take(line);
                    line.setLength(0);
                } else if (line.length() <= LONGEST_LINE) {
                    line.append((char) next);
                }
            }
        } catch (IOException e) {
            LOG.debug("A run's output ended", e);
        }
    }

    private void take(StringBuilder line) {
        if (line.length() > LONGEST_LINE || line.isEmpty() || line.charAt(0) != '{') {
            return;
        }
        try {
            listener.accept(Json.MAPPER.readValue(line.toString(), RunReport.class));
        } catch (JacksonException e) {
            LOG.warn("A run wrote what is no report: {}", e.getOriginalMessage());
        } catch (RuntimeException e) {
            LOG.error("A run's report could not be recorded", e);
        }
    }
}
