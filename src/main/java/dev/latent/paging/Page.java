package dev.latent.paging;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /**
     * A page from a query that asked for one item more than the page holds.
     *
     * @param found at most {@code request.limit() + 1} items, from the page's first on
     * @param key tells an item's place in the order of the list
     */
    public static <T> Page<T> ofFound(List<T> found, PageRequest request, Function<T, String> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, PageRequest.encode(key.apply(items.get(items.size() - 1))));
    }

    /** A page of a small collection that is at hand as a whole, ordered by {@code key}. */
    public static <T> Page<T> ofAll(Collection<T> all, PageRequest request, Function<T, String> key) {
        String after = request.after();
        List<T> found = all.stream()
                .sorted(Comparator.comparing(key))
                .filter(item -> after == null || key.apply(item).compareTo(after) > 0)
                .limit(request.limit() + 1L)
                .toList();
        return ofFound(found, request, key);
    }

    /** The same page of other views of its items. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next);
    }
}
