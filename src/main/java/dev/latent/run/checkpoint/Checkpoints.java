package dev.latent.run.checkpoint;

import dev.latent.files.AtomicFile;
import dev.latent.nn.engine.Safetensors.MalformedFileException;
import dev.latent.nn.engine.Safetensors.Tensor;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.engine.Tensors;
import dev.latent.nn.training.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest two states of a run; each appears whole or not at all. */
public final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final String SUFFIX = ".safetensors";
    private static final int KEPT = 2;

    private final Path folder;

    public Checkpoints(Path folder) {
        this.folder = folder;
    }

    /** @param notes that an attempt keeps beside the tensors */
    public record Restored(long step, Map<String, String> notes) {}

    public void save(long step, TrainingState state, Map<String, String> notes) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        state.tensors().forEach((name, array) -> tensors.put(name, Tensors.tensor(array, Type.F32)));
        AtomicFile.write(folder.resolve(step + SUFFIX), file -> Checksum.write(file, tensors, notes));
        for (Path old : newestFirst().stream().skip(KEPT).toList()) {
            Files.delete(old);
        }
    }

    /** Restores the newest checkpoint that can be read; step 0 where there is none. */
    public Restored restore(TrainingState state) throws IOException {
        for (Path file : newestFirst()) {
            try {
                Map<String, String> notes = Checksum.notes(file);
                state.load(file);
                return new Restored(step(file), notes);
            } catch (MalformedFileException damaged) {
                LOG.warn(
                        "The checkpoint of step {} is damaged, the one before it is taken: {}",
                        step(file),
                        damaged.getMessage());
                Files.delete(file);
            }
        }
        return new Restored(0, Map.of());
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\" + SUFFIX))
                    .sorted(Comparator.comparingLong(Checkpoints::step).reversed())
                    .toList();
        }
    }

    private static long step(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }
}
