package dev.latent.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.nn.engine.ComputeDevice;
import dev.latent.run.attempt.TrainCommand;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProgramTests {
    private final ChildProgram program = ChildProgram.training(TrainCommand.class, 1 << 20, 2);

    @Test
    void theJarStartsItselfEvenFromAnOddPath() {
        assertThat(program.program("jar:nested:/opt/my%20jars/a+b.jar/!BOOT-INF/classes/!/", "a+b.jar"))
                .containsExactly("-jar", "/opt/my jars/a+b.jar");
    }

    @Test
    void anExtractedJarStartsItsLauncher() {
        assertThat(program.program("file:/opt/latent/BOOT-INF/classes/", "/opt/latent"))
                .containsExactly("-cp", "/opt/latent", "org.springframework.boot.loader.launch.JarLauncher");
    }

    @Test
    void aClassPathStartsTheMainClass() {
        assertThat(program.program("file:/app/target/classes/", "/a.jar" + File.pathSeparator + "/b.jar"))
                .containsExactly("-cp", "/a.jar" + File.pathSeparator + "/b.jar", TrainCommand.class.getName());
    }

    @Test
    void relativeClassPathsAreMadeAbsoluteAsTheChildStartsElsewhere() {
        List<String> command = program.program("file:/x/", "lib/a.jar");

        assertThat(Path.of(command.get(1))).isAbsolute().endsWithRaw(Path.of("lib", "a.jar"));
    }

    @Test
    void theChildsEnvironmentIsItsOwn(@TempDir Path folder) {
        ProcessBuilder process = program.process(folder, List.of("train"));

        assertThat(process.environment())
                .containsEntry("OMP_NUM_THREADS", "2")
                .containsEntry("GOMP_SPINCOUNT", "20000")
                .containsEntry("LATENT_DEVICE", ComputeDevice.chosen().id())
                .doesNotContainKey("OMP_WAIT_POLICY")
                .doesNotContainKeys("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
        assertThat(process.command()).contains("-Xmx1048576", "train");
    }

    @Test
    void theChildPutsTemporaryFilesWhereItsServiceDoes(@TempDir Path folder) {
        assertThat(program.process(folder, List.of()).command())
                .contains("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    }

    @Test
    void aTrainingRunLeavesTheProcessorsToTheEngineFromTheStart(@TempDir Path folder) {
        assertThat(program.process(folder, List.of()).command()).containsAll(ChildProgram.C1_ALONE);
    }

    @Test
    void aProcessThatMeasuresInJavaKeepsC2(@TempDir Path folder) {
        ChildProgram measuring = ChildProgram.measuring(TrainCommand.class, 1 << 20, 2);

        assertThat(measuring.process(folder, List.of()).command()).doesNotContainAnyElementsOf(ChildProgram.C1_ALONE);
    }
}
