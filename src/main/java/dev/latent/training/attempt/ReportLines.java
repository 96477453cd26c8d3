package dev.latent.training.attempt;

import dev.latent.family.Json;
import dev.latent.run.RunReport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Takes a run's reports out of the lines that it writes; what is no report is passed over. */
record ReportLines(Consumer<RunReport> listener) implements Consumer<String> {
    private static final Logger LOG = LoggerFactory.getLogger(ReportLines.class);

    @Override
    public void accept(String line) {
        if (!line.startsWith("{")) {
            return;
        }
        RunReport report;
        try {
            report = Json.MAPPER.readValue(line, RunReport.class);
        } catch (JacksonException e) {
            LOG.warn("A run wrote what is no report: {}", e.getOriginalMessage());
            return;
        }
        listener.accept(report);
    }
}
