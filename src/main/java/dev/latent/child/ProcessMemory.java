package dev.latent.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** How much memory of the machine another process holds. */
final class ProcessMemory {
    private static final Path PROCESSES = Path.of("/proc");
    /** Its own pages: those of a mapped dataset are the page cache's, and the kernel takes them back when it needs to. */
    private static final String RESIDENT = "RssAnon:";

    private ProcessMemory() {}

    /** Resident bytes; empty where it can't be told. */
    static OptionalLong resident(long pid) {
        Path status = PROCESSES.resolve(String.valueOf(pid)).resolve("status");
        try {
            return Files.exists(PROCESSES.resolve("self"))
                    ? fromStatus(Files.readString(status))
                    : kilobytes(ask(pid).strip());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Offers the process to the kernel first, should the machine run out of memory. */
    static void endFirst(long pid) {
        Path adjustment = PROCESSES.resolve(String.valueOf(pid)).resolve("oom_score_adj");
        if (Files.isWritable(adjustment)) {
            try {
                Files.writeString(adjustment, "500");
            } catch (IOException e) {
                // it is ended already, or may not be changed; the watch on its memory remains
            }
        }
    }

    static OptionalLong fromStatus(String status) {
        return status.lines()
                .filter(line -> line.startsWith(RESIDENT))
                .map(line -> kilobytes(
                        line.substring(RESIDENT.length()).replace("kB", "").strip()))
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong kilobytes(String number) {
        return number.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(number) * 1024) : OptionalLong.empty();
    }

    /** Where there is no /proc, as on a Mac. */
    private static String ask(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        try {
            ps.waitFor(2, TimeUnit.SECONDS);
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            ps.destroyForcibly();
        }
    }
}
