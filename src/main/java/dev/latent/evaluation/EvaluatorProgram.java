package dev.latent.evaluation;

import dev.latent.child.ChildProgram;
import java.nio.file.Path;
import java.util.List;

/** What is started as a child process. */
@FunctionalInterface
interface EvaluatorProgram {
    /** @param folder with what is asked for */
    ProcessBuilder process(Path folder, List<String> arguments);

    /** This same program, from its entry class on. */
    static EvaluatorProgram of(Class<?> main, EvaluationSettings settings) {
        return ChildProgram.measuring(main, settings.heap().toBytes(), settings.threadsOfAnEvaluation())::process;
    }
}
