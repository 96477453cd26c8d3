package dev.latent.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code dataset.json} of a prepared folder.
 *
 * @param formatVersion 2: values may be float64 and columns have names; 3: pictures may be kept whole; 1 is read, too
 * @param values how values are stored
 * @param splits where each split's samples lie
 */
record Manifest(int formatVersion, DatasetDescription description, ValueType values, Map<Split, Extent> splits) {
    private static final int FORMAT_VERSION = 2;
    private static final int OF_WHOLE_PICTURES = 3;

    static final String FILE = "dataset.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * Samples {@code from … from + count - 1} of the files named after a split.
     *
     * @param unlabelled whether these have no labels though the dataset has classes
     */
    record Extent(
            Split file,
            int from,
            int count,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unlabelled) {
        Extent(Split file, int from, int count) {
            this(file, from, count, false);
        }
    }

    /** What older services can't read has a version of its own. */
    static int version(DatasetLayout layout) {
        return layout.ofWholePictures() ? OF_WHOLE_PICTURES : FORMAT_VERSION;
    }

    static Manifest read(Path folder) throws IOException {
        return parse(Files.readAllBytes(folder.resolve(FILE)), folder.toString());
    }

    static Manifest parse(byte[] json, String where) throws IOException {
        try {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.formatVersion < 1 || manifest.formatVersion > OF_WHOLE_PICTURES) {
                throw new IOException(where + " has format version " + manifest.formatVersion
                        + "; this service reads versions 1 to " + OF_WHOLE_PICTURES);
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IOException(where + " has a broken " + FILE, e);
        }
    }

    DatasetLayout layout() {
        return new DatasetLayout(
                description.name(),
                description.shape(),
                description.classes(),
                values,
                description.source(),
                TableLayout.NAMELESS,
                description.pictures());
    }

    byte[] toJson() {
        return JSON.writeValueAsBytes(this);
    }
}
