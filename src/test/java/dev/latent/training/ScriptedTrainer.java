package dev.latent.training;

import dev.latent.child.ChildProgram;
import dev.latent.training.attempt.TrainerProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;

/** Starts {@link FakeTrainer}s that behave as the test says. */
@Primary
@TestConfiguration
public class ScriptedTrainer implements TrainerProgram {
    public static final String BEHAVIOUR = "scripted.behaviour";

    private volatile String behaviour = System.getProperty(BEHAVIOUR, "finish");

    public void behave(String behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public ProcessBuilder process(Path folder, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(behaviour));
        all.addAll(arguments);
        return ChildProgram.training(FakeTrainer.class, 1 << 30, 1).process(folder, all);
    }
}
