package dev.latent.training;

import dev.latent.child.ChildProgram;
import dev.latent.training.attempt.TrainerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Starts {@link FakeTrainer}s that behave as the test says. */
@Primary
@TestConfiguration
public class ScriptedTrainer implements TrainerProgram {
    static final String BEHAVIOUR = "scripted.behaviour";

    private final Environment settings;
    private volatile String behaviour = System.getProperty(BEHAVIOUR, "finish");

    ScriptedTrainer(Environment settings) {
        this.settings = settings;
    }

    public void behave(String behaviour) {
        this.behaviour = behaviour;
    }

    @Override
    public ProcessBuilder process(Path folder, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(behaviour));
        all.addAll(arguments);
        return ChildProgram.training(FakeTrainer.class, 1 << 30, 1).process(folder, all);
    }

    /** Tells a test that started the service as a process where to find it, once it is ready. */
    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> change) throws IOException {
        String file = settings.getProperty("scripted.port-file");
        if (file != null && change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            Path unfinished = Path.of(file + ".unfinished");
            Files.writeString(unfinished, settings.getRequiredProperty("local.server.port"));
            Files.move(unfinished, Path.of(file), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
