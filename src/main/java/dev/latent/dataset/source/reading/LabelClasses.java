package dev.latent.dataset.source.reading;

import dev.latent.dataset.DatasetRefused;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes that occur in training, in the order of their names; whole numbers in the order of numbers. */
public final class LabelClasses {
    private static final Comparator<String> BY_NUMBER = Comparator.comparing(Long::valueOf);

    private final @Nullable List<String> names;
    private final Map<String, Integer> indices = new HashMap<>();

    private LabelClasses(@Nullable List<String> names) {
        this.names = names;
        for (int i = 0; names != null && i < names.size(); i++) {
            indices.put(names.get(i), i);
        }
    }

    public static LabelClasses none() {
        return new LabelClasses(null);
    }

    public static LabelClasses of(Collection<String> names) {
        boolean numbers = names.stream().allMatch(name -> name.matches("-?\\d{1,18}"));
        return new LabelClasses(names.stream()
                .distinct()
                .sorted(numbers ? BY_NUMBER.thenComparing(Comparator.naturalOrder()) : Comparator.naturalOrder())
                .toList());
    }

    /** Null where samples have no labels. */
    @Nullable
    public List<String> names() {
        return names;
    }

    /** @throws DatasetRefused if the class doesn't occur in training */
    public int index(String name, String file) throws DatasetRefused {
        Integer index = indices.get(name);
        if (index == null) {
            throw new DatasetRefused(file, "label " + name + " is not among the training labels");
        }
        return index;
    }
}
