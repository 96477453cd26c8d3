package dev.latent.run;

import java.io.IOException;

/** Watches standard input: it closes when the parent dies or wants the run to stop. */
public final class Supervision {
    private Supervision() {}

    /** @param end what is to be done then, once */
    public static void start(Runnable end) {
        Thread watcher = new Thread(
                () -> {
                    waitForEnd();
                    end.run();
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
