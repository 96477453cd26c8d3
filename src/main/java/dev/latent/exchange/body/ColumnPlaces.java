package dev.latent.exchange.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where among the columns of a body the expected ones are. Where those have names they are found by them, whatever their
 * order. Else those that are called {@code x0, x1, …} are taken in the order of these names, and others as they stand.
 *
 * @param places of the expected columns
 * @param label of the labels, or −1
 * @param derived whether they are of fields that numbers are to be made of
 */
public record ColumnPlaces(int[] places, int label, boolean derived) {
    public ColumnPlaces(int[] places, int label) {
        this(places, label, false);
    }

    /** @param given what the body's columns are called */
    public static ColumnPlaces of(List<String> given, ExpectedSamples expected) {
        ExpectedTable table = expected.table();
        List<String> names = table == null ? null : table.columns().names();
        int label = label(given, names, table == null ? LabelNames.NONE : table.labels());
        if (table == null || names == null) {
            return new ColumnPlaces(inOrder(given, label), label);
        }
        List<String> fields = table.columns().fields();
        boolean derived = fields != null && !fields.equals(names) && !given.containsAll(names);
        return new ColumnPlaces(
                NamedColumns.places(derived ? fields : names, given, label, table.ignoresFurther()), label, derived);
    }

    private static int label(List<String> given, @Nullable List<String> columns, LabelNames labels) {
        int named = labels.column() == null ? -1 : given.indexOf(labels.column());
        boolean usualIsColumn = columns != null && columns.contains(LabelNames.USUAL);
        return named >= 0 || usualIsColumn ? named : given.indexOf(LabelNames.USUAL);
    }

    private static int[] inOrder(List<String> given, int label) {
        int[] asTheyStand =
                IntStream.range(0, given.size()).filter(place -> place != label).toArray();
        Map<String, Integer> places = new HashMap<>();
        for (int place : asTheyStand) {
            places.put(given.get(place), place);
        }
        List<Integer> byName = new ArrayList<>();
        for (Integer place = places.get("x0"); place != null; place = places.get("x" + byName.size())) {
            byName.add(place);
        }
        return byName.size() == asTheyStand.length
                ? byName.stream().mapToInt(Integer::intValue).toArray()
                : asTheyStand;
    }
}
