package dev.latent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a README that a command writes: what stands between {@code <!-- NAME:begin -->} and
 * {@code <!-- NAME:end -->}.
 */
public record ReadmeSection(Path readme, String name) {
    /** @return whether the README has a place for it; without one it is left alone */
    public boolean replace(String text) throws IOException {
        String old = Files.exists(readme) ? Files.readString(readme) : "";
        String begin = marker("begin");
        int from = old.indexOf(begin);
        int to = old.indexOf(marker("end"));
        if (from < 0 || to < from) {
            return false;
        }
        Files.writeString(readme, old.substring(0, from + begin.length()) + "\n" + text + old.substring(to));
        return true;
    }

    private String marker(String end) {
        return "<!-- " + name + ":" + end + " -->";
    }
}
