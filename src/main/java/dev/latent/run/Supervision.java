package dev.latent.run;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Watches standard input: it closes when the parent dies or wants the run to stop. */
final class Supervision {
    private Supervision() {}

    static void start(AtomicBoolean stop) {
        Thread watcher = new Thread(
                () -> {
                    waitForEnd();
                    stop.set(true);
                },
                "supervision");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void waitForEnd() {
        try {
            while (System.in.read() >= 0) {
                // what is written to it is no matter
            }
        } catch (IOException e) {
            // a broken pipe is an end, too
        }
    }
}
