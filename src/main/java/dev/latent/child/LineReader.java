package dev.latent.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a child's lines to the end, whatever it writes: a line that is too long is passed over. */
final class LineReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LineReader.class);
    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream output;
    private final Consumer<String> listener;
    private final Clock clock;
    private volatile Instant lastHeard;

    LineReader(InputStream output, Consumer<String> listener, Clock clock) {
        this.output = output;
        this.listener = listener;
        this.clock = clock;
        this.lastHeard = clock.instant();
    }

    Instant lastHeard() {
        return lastHeard;
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
            LOG.debug("A child's output ended", e);
        }
    }

    private void take(StringBuilder line) {
        lastHeard = clock.instant();
        if (line.length() > LONGEST_LINE) {
            return;
        }
        try {
            listener.accept(line.toString());
        } catch (RuntimeException e) {
            LOG.error("What a child wrote could not be taken", e);
        }
    }
}
