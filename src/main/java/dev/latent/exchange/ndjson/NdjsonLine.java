package dev.latent.exchange.ndjson;

import dev.latent.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A sample as a line has it: named fields, or values as they stand.
 *
 * @param names of the fields
 * @param fields their numbers and texts; null for what is neither
 * @param values as they stand, in {@code values} or without any names; or null
 */
record NdjsonLine(
        List<String> names,
        List<@Nullable Field> fields,
        @Nullable List<String> values) {
    static final String VALUES = "values";

    private static final int MOST_FIELDS = 1 << 21;

    /** @param number whether it is one, not a text that may look like one */
    record Field(String text, boolean number) {}

    /**
     * From its first token to its last.
     *
     * @param place for messages
     * @param size the most values that are taken as they stand
     */
    static NdjsonLine read(JsonParser json, String place, int size) {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            return new NdjsonLine(List.of(), List.of(), values(json, place, size));
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw Problem.badBody(
                    place + " is no sample: an object of columns {\"x0\": 1.5, …}, or an array of numbers");
        }
        List<String> names = new ArrayList<>();
        List<@Nullable Field> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> values = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName().strip();
            if (!seen.add(name) || seen.size() > MOST_FIELDS) {
                throw Problem.badBody(place + ": '" + shortened(name) + "' is there twice");
            }
            JsonToken token = json.nextToken();
            if (name.equals(VALUES) && token == JsonToken.START_ARRAY) {
                values = values(json, place, size);
            } else {
                names.add(name);
                fields.add(field(json, token));
            }
        }
        return new NdjsonLine(names, fields, values);
    }

    private static @Nullable Field field(JsonParser json, JsonToken token) {
        if (token.isNumeric() || token.isBoolean() || token == JsonToken.VALUE_STRING) {
            return new Field(json.getString(), token.isNumeric());
        }
        json.skipChildren();
        return null;
    }

    private static List<String> values(JsonParser json, String place, int size) {
        List<String> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (!json.currentToken().isNumeric()) {
                throw Problem.badBody(place + ": a number is needed; a sample is one flat array, row-major");
            }
            if (values.size() == size) {
                throw Problem.badBody(place + ": a sample has " + size + " values, not more");
            }
            values.add(json.getString());
        }
        return values;
    }

    static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
