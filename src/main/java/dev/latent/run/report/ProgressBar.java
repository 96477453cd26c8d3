package dev.latent.run.report;

import dev.latent.run.Cost;
import dev.latent.run.RunListener;
import dev.latent.run.RunReport;
import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;

/** Reports for a person at a terminal. */
public final class ProgressBar implements RunListener {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal = System.console() != null;

    public ProgressBar(PrintStream out) {
        this.out = out;
    }

    @Override
    public void report(RunReport report) {
        if (report instanceof RunReport.Progress progress && terminal) {
            out.print("\r" + bar(progress) + "\u001b[K");
            out.flush();
        } else if (report instanceof RunReport.Epoch epoch) {
            line("epoch " + epoch.epoch() + "/" + epoch.epochs() + "  " + losses(epoch.losses()));
        } else if (report instanceof RunReport.Estimated estimated) {
            line(cost(estimated.cost()));
        } else if (report instanceof RunReport.Finished) {
            line("the version is there");
        } else if (report instanceof RunReport.Failed failed) {
            line(failed.code() + ": " + failed.detail());
        }
    }

    private static String cost(Cost cost) {
        return "%.0f s, %.0f s an epoch, %d MB, parameters %s"
                .formatted(cost.seconds(), cost.secondsPerEpoch(), cost.memoryBytes() >> 20, cost.parameters());
    }

    private void line(String text) {
        out.println((terminal ? "\r\u001b[K" : "") + text);
    }

    private static String bar(RunReport.Progress progress) {
        int full = (int) (WIDTH * progress.step() / progress.steps());
        return "%s%s %3d%%  %.0f samples/s  %.0f s left  %s"
                .formatted(
                        "█".repeat(full),
                        "░".repeat(WIDTH - full),
                        100 * progress.step() / progress.steps(),
                        progress.samplesPerSecond(),
                        progress.etaSeconds(),
                        losses(progress.losses()));
    }

    private static String losses(Map<String, Double> losses) {
        return losses.entrySet().stream()
                .map(loss -> "%s %.4g".formatted(loss.getKey(), loss.getValue()))
                .collect(Collectors.joining("  "));
    }
}
