package dev.latent.run;

import dev.latent.family.Json;
import java.io.PrintStream;

/** Each report as a line of JSON. */
final class JsonReports implements RunListener {
    private final PrintStream out;

    JsonReports(PrintStream out) {
        this.out = out;
    }

    @Override
    public void report(RunReport report) {
        out.println(Json.MAPPER.writerFor(RunReport.class).writeValueAsString(report));
        out.flush();
    }
}
