package dev.latent.training.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.home.LatentHome;
import dev.latent.run.RunFolder;
import dev.latent.storage.DiskStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves is there after the folder that it worked in is gone, and enough to go on elsewhere. */
class RunOutputsTests {
    private static final String JOB = "0b5e";

    @TempDir
    Path home;

    @TempDir
    Path machine;

    private RunOutputs outputs;
    private RunFolder run;

    @BeforeEach
    void open() throws IOException {
        outputs = new RunOutputs((kind, folder) -> storage(folder), new LatentHome(home));
        run = new RunFolder(Files.createDirectory(machine.resolve("first")));
    }

    private static DiskStorage storage(Path folder) {
        try {
            return new DiskStorage(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRunGoesOnInAnotherFolderWithItsNewestCheckpointsAndItsLogs() throws IOException {
        Files.writeString(run.losses(), "step,loss\n100,1\n");
        Files.writeString(run.samples().file(), "samples");
        for (int step : new int[] {90, 100, 200, 1000}) {
            checkpoint(step);
        }

        RunFolder next = new RunFolder(Files.createDirectory(machine.resolve("second")));
        outputs.restore(JOB, next);

        assertThat(names(next.checkpoints())).containsExactlyInAnyOrder("200.safetensors", "1000.safetensors");
        assertThat(next.checkpoints().resolve("1000.safetensors")).hasContent("state at 1000");
        assertThat(next.losses()).hasContent("step,loss\n100,1\n");
        assertThat(next.samples().file()).hasContent("samples");
    }

    @Test
    void anAttemptThatComesBackOverwritesNothingOfTheOneAfterIt() throws IOException {
        Files.writeString(run.losses(), "step,loss\n100,1\n");
        checkpoint(run, 1, 100, "first");
        RunFolder second = new RunFolder(Files.createDirectory(machine.resolve("second")));
        outputs.restore(JOB, second);
        Files.writeString(second.losses(), "step,loss\n100,1\n200,2\n300,3\n");
        checkpoint(second, 2, 200, "second");
        checkpoint(second, 2, 300, "second");

        Files.writeString(run.losses(), "step,loss\n100,1\n200,2\n");
        checkpoint(run, 1, 200, "first");
        outputs.keepLosses(JOB, 1, run);

        RunFolder third = new RunFolder(Files.createDirectory(machine.resolve("third")));
        outputs.restore(JOB, third);
        assertThat(third.losses()).hasSameTextualContentAs(second.losses());
        assertThat(third.checkpoints().resolve("200.safetensors")).hasContent("second at 200");
        assertThat(outputs.losses(JOB))
                .get()
                .satisfies(losses -> assertThat(losses).hasContent("step,loss\n100,1\n200,2\n300,3\n"));
    }

    private void checkpoint(RunFolder folder, int attempt, long step, String of) throws IOException {
        Files.createDirectories(folder.checkpoints());
        Files.writeString(folder.checkpoints().resolve(step + ".safetensors"), of + " at " + step);
        outputs.keepCheckpoint(JOB, attempt, folder, step);
    }

    @Test
    void aRunThatLeftNothingBeginsAnew() throws IOException {
        outputs.restore(JOB, run);

        assertThat(run.checkpoints()).isEmptyDirectory();
        assertThat(run.losses()).doesNotExist();
        assertThat(outputs.losses(JOB)).isEmpty();
        assertThat(outputs.previewSteps(JOB)).isEmpty();
    }

    @Test
    void previewsAreFoundByStepInOrder() throws IOException {
        Files.createDirectories(run.previews());
        for (int step : new int[] {9, 100, 20}) {
            Files.writeString(run.previews().resolve(step + ".png"), "picture at " + step);
            outputs.keepPreview(JOB, run, step);
        }

        assertThat(outputs.previewSteps(JOB)).containsExactly(9L, 20L, 100L);
        assertThat(outputs.preview(JOB, 20)).hasValue("picture at 20".getBytes());
        assertThat(outputs.preview(JOB, 21)).isEmpty();
        assertThat(outputs.preview(JOB, -1)).isEmpty();
    }

    @Test
    void aSucceededJobKeepsItsPreviewsAndLosses() throws IOException {
        Files.writeString(run.losses(), "step,loss\n100,1\n");
        checkpoint(100);
        Files.createDirectories(run.previews());
        Files.writeString(run.previews().resolve("100.png"), "picture");
        outputs.keepPreview(JOB, run, 100);

        outputs.tidy(JOB);

        assertThat(outputs.checkpointsNewestFirst(JOB)).isEmpty();
        assertThat(outputs.previewSteps(JOB)).containsExactly(100L);
        assertThat(outputs.losses(JOB)).isPresent();
    }

    @Test
    void whatRunsOfTheFirstVersionsLeftIsFoundAndTheirDryRunsAreSwept() throws IOException {
        Path before = Files.createDirectories(home.resolve("runs").resolve(JOB));
        Files.createDirectories(before.resolve("checkpoints"));
        Files.writeString(before.resolve("checkpoints/60.safetensors"), "state");
        Files.writeString(before.resolve("losses.csv"), "step,loss\n");
        Files.createDirectories(home.resolve("runs/dry-run-1/checkpoints"));

        outputs.sweepDryRuns();

        assertThat(outputs.checkpointsNewestFirst(JOB)).containsExactly(60L);
        assertThat(outputs.losses(JOB)).isPresent();
        assertThat(home.resolve("runs/dry-run-1")).doesNotExist();
    }

    private void checkpoint(int step) throws IOException {
        Files.createDirectories(run.checkpoints());
        Files.writeString(run.checkpoints().resolve(step + ".safetensors"), "state at " + step);
        outputs.keepCheckpoint(JOB, 1, run, step);
    }

    private static java.util.List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
