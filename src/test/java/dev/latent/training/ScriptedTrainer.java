package dev.latent.training;

import dev.latent.run.ChildProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Starts {@link FakeTrainer}s that behave as the test says. */
@Component
@Primary
@TestConfiguration
class ScriptedTrainer implements TrainerProgram {
    private volatile String behaviour = "finish";

    void behave(String behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public ProcessBuilder process(Path folder, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(behaviour));
        all.addAll(arguments);
        return new ChildProgram(FakeTrainer.class, 1 << 30, 1).process(folder, all);
    }
}
