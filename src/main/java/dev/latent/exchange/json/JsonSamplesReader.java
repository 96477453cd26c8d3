package dev.latent.exchange.json;

import dev.latent.exchange.body.BodyCheck;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.ValueRows;
import dev.latent.exchange.csv.DecimalText;
import dev.latent.problem.MalformedJson;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads {@code {"shape": …, "columns": …, "values": [[…], …], "labels": …}} token by token; other members are skipped.
 * Values are those of the expected columns in their order, or of {@code columns} where that is there.
 */
public final class JsonSamplesReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private final ExpectedSamples expected;
    private final Set<String> seen = new HashSet<>();
    private @Nullable SampleShape shape;
    private @Nullable JsonColumns columns;
    private @Nullable ValueRows values;
    private int @Nullable [] labels;

    private JsonSamplesReader(JsonParser parser, ExpectedSamples expected) {
        this.parser = parser;
        this.expected = expected;
    }

    public static Samples read(InputStream body, ExpectedSamples expected) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            return new JsonSamplesReader(parser, expected).read();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw Problem.badBody("the JSON can't be read: " + MalformedJson.explain(e));
        }
    }

    private Samples read() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Problem.badBody("the body is an object {\"values\": [[…], …]}");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            readMember(parser.currentName());
        }
        if (values == null) {
            throw Problem.invalid("#/values", "values is missing: one array of numbers a sample");
        }
        if (parser.nextToken() != null) {
            throw Problem.badBody("something follows the JSON object");
        }
        return BodyCheck.samples(expected, shape, values, labels);
    }

    private void readMember(String name) {
        JsonToken token = parser.nextToken();
        if (Set.of("shape", "columns", "values", "labels").contains(name) && !seen.add(name)) {
            throw Problem.invalid("#/" + name, name + " is there twice");
        }
        switch (name) {
            case "shape" -> shape = shape(readIntegers("#/shape", 3));
            case "columns" -> columns = readColumns(token);
            case "values" -> values = readValues(token);
            case "labels" -> labels = token == JsonToken.VALUE_NULL ? null : readLabels();
            default -> parser.skipChildren();
        }
    }

    private static SampleShape shape(int[] dimensions) {
        try {
            return SampleShape.of(dimensions);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("#/shape", e.getMessage());
        }
    }

    private int[] readIntegers(String pointer, int most) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Problem.invalid(pointer, "an array of integers is needed");
        }
        int[] integers = new int[8];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == most) {
                throw Problem.invalid(pointer, "at most " + most + " integers are taken here");
            }
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() != NumberType.INT) {
                throw Problem.invalid(pointer + "/" + count, "a whole number is needed");
            }
            if (count == integers.length) {
                integers = Arrays.copyOf(integers, count * 2);
            }
            integers[count++] = parser.getIntValue();
        }
        return Arrays.copyOf(integers, count);
    }

    private ValueRows readValues(JsonToken first) {
        if (first != JsonToken.START_ARRAY) {
            throw Problem.invalid("#/values", "values is an array with one array of numbers a sample");
        }
        ValueRows rows = new ValueRows(expected);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw Problem.invalid(rows.pointer(), "a sample is an array of numbers, row-major");
            }
            readRow(rows);
        }
        return rows;
    }

    private int[] readLabels() {
        int[] read = readIntegers("#/labels", (int) Math.min(expected.maxValues(), Integer.MAX_VALUE));
        for (int i = 0; i < read.length; i++) {
            if (read[i] < 0) {
                throw Problem.invalid("#/labels/" + i, "a label is an index from 0");
            }
        }
        return read;
    }

    private @Nullable JsonColumns readColumns(JsonToken first) {
        if (expected.table() == null || first == JsonToken.VALUE_NULL) {
            parser.skipChildren();
            return null;
        }
        if (values != null) {
            throw Problem.invalid("#/columns", "columns must stand before values, as it tells what these are");
        }
        return JsonColumns.read(parser, expected.table());
    }

    private void readRow(ValueRows rows) {
        if (columns != null) {
            columns.readRow(parser, rows);
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.currentToken().isNumeric()) {
                throw Problem.invalid(rows.pointer(), "a number is needed; a sample is one flat array, row-major");
            }
            if (rows.offset() == 0) {
                rows.add(parser.getDoubleValue());
            } else {
                rows.addDifference(DecimalText.difference(parser.getString(), rows.offset()));
            }
        }
        rows.endRow();
    }
}
