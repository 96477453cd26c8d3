package dev.latent.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where, when and by which commit something was computed.
 *
 * @param commit of the working directory, with {@code -dirty} where it was changed; {@code unknown} without git
 */
public record Provenance(String commit, String processor, int cores, String java, String system, Instant at) {
    public static Provenance here() {
        return new Provenance(
                headCommit(),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                thisSecond());
    }

    /** The same at the present time: what was computed and written since does not make the commit dirty. */
    public Provenance now() {
        return new Provenance(commit, processor, cores, java, system, thisSecond());
    }

    private static Instant thisSecond() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String headCommit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12").start();
            String told = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return told.isEmpty() ? "unknown" : told;
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String processorName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
