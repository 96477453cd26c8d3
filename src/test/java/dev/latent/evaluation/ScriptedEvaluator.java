package dev.latent.evaluation;

import dev.latent.child.ChildProgram;
import dev.latent.quality.EvaluateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;

/** Measures nothing: finishes at once, or never, as the system property says. */
@Primary
@TestConfiguration
public class ScriptedEvaluator implements EvaluatorProgram {
    static final String BEHAVIOUR = "evaluator.behaviour";

    @Override
    public ProcessBuilder process(Path folder, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(System.getProperty(BEHAVIOUR)));
        all.addAll(arguments);
        return ChildProgram.measuring(FakeEvaluator.class, 1 << 26, 1).process(folder, all);
    }

    /** Stands for the child process. Arguments: the behaviour, then those of the real one. */
    static final class FakeEvaluator {
        public static void main(String[] arguments) throws IOException {
            if (arguments[0].equals("measure")) {
                while (System.in.read() >= 0) {
                    // until the service is gone
                }
                Runtime.getRuntime().halt(75);
            }
            Path folder = Path.of(arguments[2]);
            Files.writeString(folder.resolve(EvaluateCommand.CARD), "{\"family\": \"vae\"}");
            Files.write(folder.resolve(EvaluateCommand.PAGE), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        }
    }
}
