package dev.latent.sample;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a table, looked for among others by their names.
 *
 * @param places where each of them stands, −1 where it is missing
 * @param missing those that are not among the others
 * @param further others that are not among them
 */
public record ColumnMatch(int[] places, List<String> missing, List<String> further) {
    private static final int MOST_NAMED = 10;

    /** @param given all different */
    public static ColumnMatch of(List<String> wanted, List<String> given) {
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, given.size()).forEach(i -> places.put(given.get(i), i));
        HashSet<String> all = new HashSet<>(wanted);
        return new ColumnMatch(
                wanted.stream().mapToInt(name -> places.getOrDefault(name, -1)).toArray(),
                wanted.stream()
                        .filter(name -> !places.containsKey(name))
                        .distinct()
                        .toList(),
                given.stream().filter(name -> !all.contains(name)).toList());
    }

    public boolean isComplete() {
        return missing.isEmpty() && further.isEmpty();
    }

    /** {@code 'a', 'b' and 3 more}. */
    public static String inWords(List<String> names) {
        String named =
                names.stream().limit(MOST_NAMED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? named + " and " + (names.size() - MOST_NAMED) + " more" : named;
    }
}
