package dev.latent.exchange.json;

import dev.latent.exchange.body.ExpectedTable;
import dev.latent.exchange.body.NamedColumns;
import dev.latent.exchange.body.ValueRows;
import dev.latent.exchange.csv.DecimalText;
import dev.latent.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The names that a JSON body gives the values of its samples.
 *
 * @param given how many there are
 * @param places where the expected columns are among them
 */
record JsonColumns(int given, int[] places) {
    private static final int MOST = 1 << 21;

    /** Null where the expected columns have no names, so that others mean nothing. */
    static @Nullable JsonColumns read(JsonParser parser, ExpectedTable table) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Problem.invalid("#/columns", "columns is an array of names");
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String pointer = "#/columns/" + names.size();
            if (parser.currentToken() != JsonToken.VALUE_STRING || names.size() == MOST) {
                throw Problem.invalid(pointer, "a column's name is needed");
            }
            String name = parser.getString().strip();
            if (!seen.add(name)) {
                throw Problem.invalid(pointer, "two columns are called '" + name + "'");
            }
            names.add(name);
        }
        List<String> wanted = table.columns().names();
        return wanted == null
                ? null
                : new JsonColumns(names.size(), NamedColumns.places(wanted, names, -1, table.ignoresFurther()));
    }

    /** A row from behind its start to its end. */
    void readRow(JsonParser parser, ValueRows rows) {
        String[] numbers = new String[given];
        int read = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!parser.currentToken().isNumeric() || read == given) {
                throw Problem.invalid(rows.pointer(), "a number is needed for each of the columns, and no more");
            }
            numbers[read++] = parser.getString();
        }
        if (read < given) {
            throw Problem.invalid(
                    rows.pointer(), "a number is needed for each of the columns: " + given + ", not " + read);
        }
        for (int place : places) {
            rows.addDifference(DecimalText.difference(numbers[place], rows.offset()));
        }
        rows.endRow();
    }
}
