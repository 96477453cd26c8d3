package dev.latent.run;

import dev.latent.files.AtomicFile;
import dev.latent.nn.engine.Safetensors;
import dev.latent.nn.engine.Safetensors.MalformedFileException;
import dev.latent.nn.engine.Safetensors.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a model gave for the same codes at some moments of its training, so that its course can be measured afterwards.
 * In the safetensors format, with a tensor for each moment, named by the step: pixels as bytes, standardized columns as
 * float32. There whole or not at all.
 */
public record SampleLog(Path file) {
    /** Of all samples together. */
    public static final long MOST_BYTES = 32 << 20;

    private static final String NAME = "samples-by-step.tensors";
    private static final long MOST_HEADER_BYTES = 1 << 16;
    private static final int MOST_MOMENTS = 100;

    /** @param folder of a run or a version */
    public static SampleLog in(Path folder) {
        return new SampleLog(folder.resolve(NAME));
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /** The samples by step. @throws IOException if the file is something else, or larger than a run makes it */
    public NavigableMap<Long, Tensor> read() throws IOException {
        if (Files.size(file) > MOST_BYTES + MOST_HEADER_BYTES) {
            throw new IOException(NAME + " is larger than " + MOST_BYTES + " bytes");
        }
        NavigableMap<Long, Tensor> samples = new TreeMap<>();
        for (Map.Entry<String, Tensor> moment : Safetensors.read(file).entrySet()) {
            samples.put(step(moment.getKey()), moment.getValue());
        }
        return samples;
    }

    private static long step(String name) throws IOException {
        try {
            return Long.parseLong(name);
        } catch (NumberFormatException e) {
            throw new IOException("'" + name + "' in " + NAME + " is no step", e);
        }
    }

    /** Drops what lies after a step, as it is about to be computed again. */
    public void keepUntil(long step) throws IOException {
        if (!exists()) {
            return;
        }
        try {
            NavigableMap<Long, Tensor> samples = read();
            if (!samples.tailMap(step, false).isEmpty()) {
                write(samples.headMap(step, true));
            }
        } catch (MalformedFileException damaged) {
            Files.delete(file);
        }
    }

    /** Whether one more moment, as large as those that there are, may be too much. */
    public boolean isFull() throws IOException {
        if (!exists()) {
            return false;
        }
        int moments = read().size();
        return moments >= MOST_MOMENTS || Files.size(file) / moments * (moments + 1) > MOST_BYTES + MOST_HEADER_BYTES;
    }

    public void add(long step, Tensor samples) throws IOException {
        NavigableMap<Long, Tensor> all = exists() ? read() : new TreeMap<>();
        all.put(step, samples);
        write(all);
    }

    private void write(Map<Long, Tensor> samples) throws IOException {
        if (samples.isEmpty()) {
            Files.delete(file);
            return;
        }
        Map<String, Tensor> named = new LinkedHashMap<>();
        samples.forEach((step, tensor) -> named.put(String.valueOf(step), tensor));
        AtomicFile.write(file, unfinished -> Safetensors.write(unfinished, named, Map.of()));
    }

    public void copyTo(Path folder) throws IOException {
        if (exists()) {
            Files.copy(file, in(folder).file);
        }
    }
}
