package dev.latent.run.attempt;

import dev.latent.nn.engine.Subnormals;
import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.RunListener;
import dev.latent.run.RunReport;
import dev.latent.run.Supervision;
import dev.latent.run.report.JsonReports;
import dev.latent.run.report.ProgressBar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JacksonException;

/**
 * {@code train RUN_FOLDER [--supervised]}: trains what {@code run.json} asks for, and goes on where an earlier attempt
 * stopped. With {@code --estimate} it only times a few steps. With {@code --supervised} it reports JSON lines, and ends after a checkpoint when its standard input closes.
 */
public final class TrainCommand {
    public static final String NAME = "train";
    public static final String SUPERVISED = "--supervised";
    public static final String ESTIMATE = "--estimate";
    /** It was told to stop and left a checkpoint. */
    public static final int STOPPED = 75;

    private TrainCommand() {}

    /** Runs and ends the process: 0 when done, 1 after a failure that it reported, 2 for a wrong call, 75 when stopped. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        boolean supervised = arguments.contains(SUPERVISED);
        List<String> paths = arguments.stream()
                .filter(argument -> !argument.equals(SUPERVISED) && !argument.equals(ESTIMATE))
                .toList();
        if (paths.size() != 2) {
            System.err.println("usage: " + NAME + " RUN_FOLDER [" + ESTIMATE + "] [" + SUPERVISED + "]");
            return 2;
        }
        PrintStream out = reserveStandardOutput();
        RunListener listener = supervised ? new JsonReports(out) : new ProgressBar(out);
        AtomicBoolean stop = new AtomicBoolean();
        if (supervised) {
            Supervision.start(() -> stop.set(true));
        }
        RunFolder folder = new RunFolder(Path.of(paths.get(1)).toAbsolutePath());
        return run(folder, listener, stop, arguments.contains(ESTIMATE));
    }

    private static int run(RunFolder folder, RunListener listener, AtomicBoolean stop, boolean onlyEstimate) {
        Subnormals.flush();
        try {
            if (onlyEstimate) {
                new Run(folder, listener).estimate();
                return 0;
            }
            return new Run(folder, listener).train(stop::get) ? 0 : STOPPED;
        } catch (RunFailure failure) {
            return fail(listener, new RunReport.Failed(failure.code(), failure.detail(), failure.retry()));
        } catch (JacksonException | java.nio.file.NoSuchFileException e) {
            return fail(
                    listener,
                    new RunReport.Failed(RunReport.Code.BAD_REQUEST, folder.request() + ": " + e.getMessage(), false));
        } catch (IOException e) {
            return fail(listener, new RunReport.Failed(RunReport.Code.STORAGE, e.toString(), true));
        } catch (RuntimeException e) {
            e.printStackTrace();
            return fail(listener, new RunReport.Failed(RunReport.Code.INTERNAL, e.toString(), true));
        }
    }

    private static int fail(RunListener listener, RunReport.Failed failed) {
        listener.report(failed);
        return 1;
    }

    /** What libraries print must not stand between the reports. */
    private static PrintStream reserveStandardOutput() {
        PrintStream out = System.out;
        System.setOut(System.err);
        return out;
    }
}
