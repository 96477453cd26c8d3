package dev.latent.exchange.json;

import dev.latent.exchange.body.NumberText;
import dev.latent.exchange.body.SampleBody;
import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes samples as JSON. Numbers are written by Jackson's own algorithm, so that every Java version gives the same text. */
public final class JsonSamples {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final int BYTES_A_VALUE = 8;

    private JsonSamples() {}

    /** Labels are left out where one of them is of no class that is known: JSON has no name for it. */
    public static byte[] write(SampleBody body) {
        return write(body, Map.of(), Map.of());
    }

    /** A sample body with more members, each an array of one number a sample. */
    public static byte[] write(SampleBody body, Map<String, double[]> more) {
        return write(body, more, Map.of());
    }

    /** @param beside sample bodies as further members */
    public static byte[] write(SampleBody body, Map<String, double[]> more, Map<String, SampleBody> beside) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(
                (1 + beside.size()) * body.data().count() * body.data().shape().size() * BYTES_A_VALUE + 256);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(generator, body, more, beside);
        }
        return out.toByteArray();
    }

    /** Writes a sample body as an object where the generator stands, for answers that hold several. */
    public static void write(JsonGenerator generator, SampleBody body) {
        write(generator, body, Map.of(), Map.of());
    }

    private static void write(
            JsonGenerator generator, SampleBody body, Map<String, double[]> more, Map<String, SampleBody> beside) {
        SampleData samples = body.data();
        generator.writeStartObject();
        int[] dimensions = samples.shape().dimensions();
        generator.writeName("shape");
        generator.writeArray(dimensions, 0, dimensions.length);
        generator.writeName("valueRange");
        generator.writeStartArray();
        generator.writeNumber(body.range().min());
        generator.writeNumber(body.range().max());
        generator.writeEndArray();
        writeNames(generator, samples);
        writeValues(generator, samples);
        int[] labels = samples.labels();
        if (labels != null && Arrays.stream(labels).allMatch(label -> label >= 0)) {
            generator.writeName("labels");
            generator.writeArray(labels, 0, labels.length);
        }
        if (body.seed() != null) {
            generator.writeNumberProperty("seed", body.seed());
        }
        more.forEach((name, numbers) -> {
            generator.writeName(name);
            generator.writeArray(numbers, 0, numbers.length);
        });
        beside.forEach((name, other) -> {
            generator.writeName(name);
            write(generator, other);
        });
        generator.writeEndObject();
    }

    private static void writeNames(JsonGenerator generator, SampleData data) {
        List<String> names = data instanceof Table table ? table.columns().names() : null;
        if (names != null) {
            generator.writeName("columns");
            generator.writeStartArray();
            names.forEach(generator::writeString);
            generator.writeEndArray();
        }
    }

    private static void writeValues(JsonGenerator generator, SampleData samples) {
        generator.writeName("values");
        generator.writeStartArray();
        int size = samples.shape().size();
        for (int i = 0; i < samples.count(); i++) {
            generator.writeStartArray();
            for (int j = i * size; j < (i + 1) * size; j++) {
                writeNumber(generator, samples, j);
            }
            generator.writeEndArray();
        }
        generator.writeEndArray();
    }

    private static void writeNumber(JsonGenerator generator, SampleData data, int i) {
        if (data instanceof Samples samples) {
            generator.writeNumber(samples.values()[i]);
        } else {
            generator.writeNumber(NumberText.of(data, i));
        }
    }
}
