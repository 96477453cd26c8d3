package dev.latent.training.attempt;

import dev.latent.child.ChildBounds;
import dev.latent.child.ChildEnd;
import dev.latent.child.Children;
import dev.latent.run.RunFolder;
import dev.latent.run.RunReport;
import dev.latent.run.attempt.TrainCommand;
import dev.latent.training.job.TrainingSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Starts what trains, as a child process over a run folder. */
@Component
class TrainingProcess {
    private final TrainerProgram program;
    private final Children children;
    private final ChildBounds bounds;

    TrainingProcess(TrainerProgram program, Children children, TrainingSettings settings) {
        this.program = program;
        this.children = children;
        this.bounds = new ChildBounds("training", "latent.training", settings.memoryOfARun(), settings.silence(), null);
    }

    /** @param wanted whether it is to go on @param listener hears its reports */
    ChildEnd train(RunFolder folder, BooleanSupplier wanted, Consumer<RunReport> listener)
            throws IOException, InterruptedException {
        return children.run(command(folder), bounds, wanted, new ReportLines(listener));
    }

    /** Takes a few steps and reports what all would take. */
    ChildEnd estimate(RunFolder folder, Duration longest, Consumer<RunReport> listener)
            throws IOException, InterruptedException {
        ProcessBuilder command = command(folder, TrainCommand.ESTIMATE);
        return children.run(command, bounds.within(longest), () -> true, new ReportLines(listener));
    }

    private ProcessBuilder command(RunFolder folder, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(TrainCommand.NAME, folder.path().toString()));
        arguments.addAll(List.of(more));
        arguments.add(TrainCommand.SUPERVISED);
        return program.process(folder.path(), arguments);
    }
}
