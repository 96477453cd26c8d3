package dev.latent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of {@value #FILE} that a command writes: what stands between {@code <!-- NAME:begin -->} and
 * {@code <!-- NAME:end -->}.
 */
public record MeasurementsSection(Path project, String name) {
    public static final String FILE = "docs/measurements.md";

    /** @return whether the file has a place for it; without one it is left alone */
    public boolean replace(String text) throws IOException {
        Path file = project.resolve(FILE);
        String old = Files.exists(file) ? Files.readString(file) : "";
        String begin = marker("begin");
        int from = old.indexOf(begin);
        int to = old.indexOf(marker("end"));
        if (from < 0 || to < from) {
            return false;
        }
        Files.writeString(file, old.substring(0, from + begin.length()) + "\n" + text + old.substring(to));
        return true;
    }

    private String marker(String end) {
        return "<!-- " + name + ":" + end + " -->";
    }
}
