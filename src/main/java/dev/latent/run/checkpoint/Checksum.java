package dev.latent.run.checkpoint;

import dev.latent.nn.engine.Safetensors;
import dev.latent.nn.engine.Safetensors.MalformedFileException;
import dev.latent.nn.engine.Safetensors.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** The CRC-32C of a checkpoint, kept among its notes: bits that flip on a disk would be trained on. */
final class Checksum {
    private static final String NOTE = "crc32c";

    private Checksum() {}

    static void write(Path file, Map<String, Tensor> tensors, Map<String, String> notes) throws IOException {
        Map<String, String> summed = new LinkedHashMap<>(notes);
        summed.put(NOTE, of(tensors, notes));
        Safetensors.write(file, tensors, summed);
    }

    /**
     * Those of the notes that were written; files of releases without checksums are taken as they are.
     *
     * @throws MalformedFileException where something is not as it was written
     */
    static Map<String, String> notes(Path file) throws IOException {
        Map<String, String> notes = new LinkedHashMap<>(Safetensors.metadata(file));
        String written = notes.remove(NOTE);
        if (written != null && !written.equals(of(Safetensors.read(file), notes))) {
            throw new MalformedFileException("is not what was written: its checksum differs");
        }
        return notes;
    }

    private static String of(Map<String, Tensor> tensors, Map<String, String> notes) {
        CRC32C sum = new CRC32C();
        add(sum, new TreeMap<>(notes).toString());
        tensors.forEach((name, tensor) -> {
            add(sum, name + tensor.type() + Arrays.toString(tensor.shape()));
            sum.update(tensor.data().duplicate());
        });
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static void add(CRC32C sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
