package dev.latent.exchange.csv;

import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.ExpectedTable;
import dev.latent.exchange.body.LabelNames;
import dev.latent.exchange.body.NamedColumns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a CSV body the expected columns are. Where those have names they are found by them, whatever their order.
 * Else those that are called {@code x0, x1, …} are taken in the order of these names, and others as they stand.
 *
 * @param places of the expected columns
 * @param label of the labels, or −1
 */
record CsvColumns(int[] places, int label) {
    static CsvColumns of(CsvHeader header, ExpectedSamples expected) {
        ExpectedTable table = expected.table();
        List<String> names = table == null ? null : table.columns().names();
        int label = label(header.names(), names, table == null ? LabelNames.NONE : table.labels());
        return names == null
                ? new CsvColumns(inOrder(header.names(), label), label)
                : new CsvColumns(NamedColumns.places(names, header.names(), label, table.ignoresFurther()), label);
    }

    private static int label(List<String> header, @Nullable List<String> columns, LabelNames labels) {
        int named = labels.column() == null ? -1 : header.indexOf(labels.column());
        boolean usualIsColumn = columns != null && columns.contains(LabelNames.USUAL);
        return named >= 0 || usualIsColumn ? named : header.indexOf(LabelNames.USUAL);
    }

    private static int[] inOrder(List<String> header, int label) {
        int[] asTheyStand = IntStream.range(0, header.size())
                .filter(place -> place != label)
                .toArray();
        Map<String, Integer> places = new HashMap<>();
        for (int place : asTheyStand) {
            places.put(header.get(place), place);
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
