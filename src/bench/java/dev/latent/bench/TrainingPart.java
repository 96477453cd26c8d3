package dev.latent.bench;

import dev.latent.child.ChildProgram;
import dev.latent.dataset.MadeUpImages;
import dev.latent.family.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** Steps of every family, beside the peers and the limit; measured in a process like that of a training run. */
final class TrainingPart implements Part {
    private static final int SAMPLES = 10_000;
    private static final long HEAP = 1L << 30;

    @Override
    public String name() {
        return "training";
    }

    @Override
    public List<Table> measure(Setup setup) throws Exception {
        Path dataset = MadeUpImages.write(setup.scratch().resolve("dataset"), SAMPLES);
        Path found = setup.scratch().resolve("found.json");
        List<String> arguments = List.of(
                dataset.toString(), found.toString(), setup.mode().name(), String.join(",", setup.only()), peer());
        Process child = ChildProgram.training(
                        TrainingMeasurement.class, HEAP, Runtime.getRuntime().availableProcessors())
                .process(setup.scratch(), arguments)
                .inheritIO()
                .start();
        if (child.waitFor() != 0) {
            throw new IllegalStateException("the measurement ended with " + child.exitValue());
        }
        return Json.MAPPER.readValue(Files.readString(found), new TypeReference<>() {});
    }

    private static String peer() {
        return Path.of("src/bench/python/peer.py").toAbsolutePath().toString();
    }
}
