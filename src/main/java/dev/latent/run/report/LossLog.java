package dev.latent.run.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code losses.csv}: the step, then each loss. */
public final class LossLog implements AutoCloseable {
    private final BufferedWriter writer;
    private boolean empty;

    /** Goes on with a log; what lies after {@code fromStep} is dropped, as it is about to be computed again. */
    public LossLog(Path file, long fromStep) throws IOException {
        List<String> kept = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("step") || isComplete(line) && step(line) <= fromStep) {
                    kept.add(line);
                }
            }
        }
        empty = kept.isEmpty();
        Files.write(file, kept);
        writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    }

    public void add(long step, Map<String, Double> means) throws IOException {
        if (empty) {
            writer.write("step," + String.join(",", means.keySet()) + "\n");
            empty = false;
        }
        writer.write(step + "," + means.values().stream().map(String::valueOf).collect(Collectors.joining(",")) + "\n");
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static boolean isComplete(String line) {
        return line.matches("\\d+(,[^,]+)+");
    }

    private static long step(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(',')));
    }
}
