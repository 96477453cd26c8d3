package dev.latent.bench;

import java.io.IOException;
import java.nio.file.Path;

/** What a Java process's objects need: all that a full collection leaves. */
final class LiveObjects {
    private LiveObjects() {}

    static double megabytes(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process histogram = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (var lines = histogram.inputReader()) {
            // Total <objects> <bytes>
            return lines.lines()
                            .filter(line -> line.startsWith("Total"))
                            .mapToLong(line -> Long.parseLong(line.split("\\s+")[2]))
                            .max()
                            .orElseThrow(() -> new IOException("no histogram of process " + pid))
                    / 1048576.0;
        }
    }
}
