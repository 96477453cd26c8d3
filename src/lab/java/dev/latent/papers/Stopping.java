package dev.latent.papers;

import java.time.Duration;

/** @param patience epochs without an improvement @param minutes that a training may take */
record Stopping(int patience, double minutes) {
    Patience asPatience() {
        return new Patience(patience, Duration.ofSeconds(Math.round(60 * minutes)));
    }
}
