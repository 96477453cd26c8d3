package dev.latent.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * A column of a file, and the columns of numbers that are made of it.
 *
 * @param name {@code x0} and so on where the table came without names
 * @param places where these stand among all columns of numbers
 */
public record Field(String name, Columns columns, List<Integer> places) {
    /** What stands for a category that was never seen; it is read as one again. */
    public static final String OTHER = "(other)";

    private static final double RATHER = 0.5;

    /** In their order. */
    public static List<Field> of(Columns columns) {
        List<String> names = columns.fields();
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            places.computeIfAbsent(names == null ? "x" + i : names.get(i), name -> new ArrayList<>())
                    .add(i);
        }
        return places.entrySet().stream()
                .map(field -> new Field(field.getKey(), columns, field.getValue()))
                .toList();
    }

    /** Where its number stands; −1 where it has categories. */
    public int number() {
        return places.stream()
                .filter(place ->
                        columns.from(place) == null || !columns.from(place).indicates())
                .findFirst()
                .orElse(-1);
    }

    /** Whether a row has rather none. @param numbers of the row, by column */
    public boolean isMissing(IntToDoubleFunction numbers) {
        return places.stream()
                .anyMatch(place -> isOf(place, Derivation.Kind.MISSING) && numbers.applyAsDouble(place) > RATHER);
    }

    /** The category with the greatest number. @param numbers of the row, by column */
    public String category(IntToDoubleFunction numbers) {
        String category = "";
        double most = Double.NEGATIVE_INFINITY;
        for (int place : places) {
            double number = numbers.applyAsDouble(place);
            Derivation how = columns.from(place);
            if (isOf(place, Derivation.Kind.CATEGORY) && number > most) {
                most = number;
                category = how == null || how.categories() == null
                        ? ""
                        : how.categories().get(0);
            } else if (isOf(place, Derivation.Kind.OTHER) && number > Math.max(most, RATHER)) {
                category = OTHER;
            }
        }
        return category;
    }

    /** Whether its number is a date, in seconds since 1970. */
    public boolean isTime() {
        return number() >= 0 && isOf(number(), Derivation.Kind.TIME);
    }

    private boolean isOf(int place, Derivation.Kind kind) {
        Derivation how = columns.from(place);
        return how != null && how.kind() == kind;
    }
}
