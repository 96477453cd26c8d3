package dev.latent.registry;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code threshold.json}: from which score on a sample is anomalous. Learned after publishing, so it is no artefact. */
record AnomalyThreshold(@Nullable Double threshold) {
    static final String FILE = "threshold.json";
    private static final int MOST_BYTES = 1000;

    /** From wherever; closes it. @throws IOException if it can't be one */
    static double read(InputStream file) throws IOException {
        try (file) {
            byte[] json = file.readNBytes(MOST_BYTES + 1);
            if (json.length > MOST_BYTES) {
                throw new IOException(FILE + " has more than " + MOST_BYTES + " bytes");
            }
            return parse(json);
        }
    }

    private static double parse(byte[] json) throws IOException {
        try {
            AnomalyThreshold read = JsonMapper.shared().readValue(json, AnomalyThreshold.class);
            if (read != null && read.threshold != null && read.threshold >= 0 && Double.isFinite(read.threshold)) {
                return read.threshold;
            }
        } catch (JacksonException e) {
            throw new IOException(FILE + " can't be read", e);
        }
        throw new IOException(FILE + " must be {\"threshold\": a number from 0}");
    }

    static byte[] json(double threshold) {
        return JsonMapper.shared().writeValueAsBytes(new AnomalyThreshold(threshold));
    }
}
