package dev.latent.training.attempt;

import dev.latent.child.ChildProgram;
import dev.latent.training.job.TrainingSettings;
import java.nio.file.Path;
import java.util.List;

/** What is started as a child process. */
@FunctionalInterface
public interface TrainerProgram {
    /** @param folder the run folder */
    ProcessBuilder process(Path folder, List<String> arguments);

    /** This same program, from its entry class on. */
    static TrainerProgram of(Class<?> main, TrainingSettings settings) {
        return ChildProgram.training(main, settings.heap().toBytes(), settings.threadsOfARun())::process;
    }
}
