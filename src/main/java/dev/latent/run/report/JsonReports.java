package dev.latent.run.report;

import dev.latent.family.Json;
import dev.latent.run.RunListener;
import dev.latent.run.RunReport;
import java.io.PrintStream;

/** Each report as a line of JSON. */
public final class JsonReports implements RunListener {
    private final PrintStream out;

    public JsonReports(PrintStream out) {
        this.out = out;
    }

    @Override
    public void report(RunReport report) {
        out.println(Json.MAPPER.writerFor(RunReport.class).writeValueAsString(report));
        out.flush();
    }
}
