package dev.latent.quality.labelling;

import dev.latent.family.Json;
import dev.latent.files.AtomicFile;
import dev.latent.measure.Classifier;
import dev.latent.nn.engine.Safetensors;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.engine.Tensors;
import dev.latent.quality.card.QualityCard.ClassifierNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** A trained classifier in a cache: one that can't be read is as good as none. */
record ClassifierFile(Path path) {
    private static final String NOTE = "note";

    /** Loads its weights and tells how good it is; empty where it is missing, damaged or of another make. */
    Optional<ClassifierNote> load(Classifier classifier) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            String note = Safetensors.metadata(path).getOrDefault(NOTE, "");
            ClassifierNote read = Json.MAPPER.readValue(note, ClassifierNote.class);
            Tensors.load(path, classifier.weights().all());
            return Optional.of(read);
        } catch (Safetensors.MalformedFileException | JacksonException e) {
            Files.delete(path);
            return Optional.empty();
        }
    }

    void save(Classifier classifier, ClassifierNote note) throws IOException {
        Map<String, String> notes = Map.of(NOTE, Json.MAPPER.writeValueAsString(note));
        AtomicFile.write(path, file -> Tensors.save(file, classifier.weights().all(), Type.F32, notes));
    }
}
