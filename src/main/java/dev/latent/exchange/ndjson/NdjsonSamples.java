package dev.latent.exchange.ndjson;

import dev.latent.exchange.body.LabelNames;
import dev.latent.exchange.body.NumberText;
import dev.latent.exchange.body.SampleBody;
import dev.latent.sample.SampleData;
import dev.latent.sample.Table;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes samples as lines of JSON: vectors as objects whose members are called as the columns of a CSV would be, images
 * as {@code {"values": […]}}, each with its label where there are such; null stands for a class that is not known.
 */
public final class NdjsonSamples {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .rootValueSeparator("")
            .build();
    private static final int BYTES_A_VALUE = 16;

    private NdjsonSamples() {}

    public static byte[] write(SampleBody body) {
        SampleData data = body.data();
        int size = data.shape().size();
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.count() * size * BYTES_A_VALUE + 64);
        List<String> names = names(data);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            for (int i = 0; i < data.count(); i++) {
                json.writeStartObject();
                if (names == null) {
                    writeValues(json, data, i * size, size);
                } else {
                    writeColumns(json, data, i * size, names);
                }
                writeLabel(json, body, i);
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
        return out.toByteArray();
    }

    /** Null for images. */
    private static @Nullable List<String> names(SampleData data) {
        List<String> names = data instanceof Table table ? table.columns().names() : null;
        return names != null || data.shape().isImage()
                ? names
                : IntStream.range(0, data.shape().size()).mapToObj(i -> "x" + i).toList();
    }

    private static void writeColumns(JsonGenerator json, SampleData data, int from, List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            json.writeName(names.get(column));
            json.writeNumber(NumberText.of(data, from + column));
        }
    }

    private static void writeValues(JsonGenerator json, SampleData data, int from, int size) {
        json.writeName(NdjsonLine.VALUES);
        json.writeStartArray();
        for (int i = from; i < from + size; i++) {
            json.writeNumber(NumberText.of(data, i));
        }
        json.writeEndArray();
    }

    private static void writeLabel(JsonGenerator json, SampleBody body, int sample) {
        int[] labels = body.data().labels();
        if (labels == null) {
            return;
        }
        LabelNames names = body.labels();
        json.writeName(names.header());
        if (labels[sample] < 0) {
            json.writeNull();
        } else if (names.column() == null || names.classes() == null) {
            json.writeNumber(labels[sample]);
        } else {
            json.writeString(names.name(labels[sample]));
        }
    }
}
