package dev.latent.training;

import dev.latent.ServiceTest;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole service with a {@link ScriptedTrainer} and tight bounds. */
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@Import(ScriptedTrainer.class)
@TestPropertySource(
        properties = {
            "latent.training.memory=400MB",
            "latent.training.progress-interval=0s",
            "latent.training.retry-after=10ms"
        })
public @interface TrainingTest {}
