package dev.latent.papers;

import java.io.PrintStream;
import java.util.List;

/** Tells a person at a terminal, or a log, how far it is. */
final class Console {
    private final PrintStream out;
    private final Stopping stopping;

    Console(PrintStream out, Stopping stopping) {
        this.out = out;
        this.stopping = stopping;
    }

    void line(String text) {
        out.println(text);
    }

    /** What needs datasets of which one is not there. */
    void skipped(String what, List<String> datasets) {
        line("%s is skipped: it needs %s, and %s names no folder that holds mnist"
                .formatted(what, String.join(" and ", datasets), PaperDatasets.VARIABLE));
    }

    void epoch(Experiment experiment, ValidationPoint point) {
        out.printf(
                "%s  epoch %s  %s %.4f  %.1f of %.0f minutes%n",
                experiment.id(),
                Comparison.text(point.epoch()),
                experiment.watched().title(),
                point.value(),
                point.seconds() / 60,
                stopping.minutes());
    }

    void measuring(String what, double share) {
        out.printf("measuring: %s, %.0f%%%n", what, 100 * share);
    }

    void comparison(Comparison comparison) {
        line("  " + comparison.figure().name() + " " + comparison.told());
    }
}
