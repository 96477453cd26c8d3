package dev.latent.storage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where something is kept: names from the outside in, such as {@code digits-vae/3}.
 *
 * @param names each of letters, digits, '.', '_' and '-', 1 to 128 of them, beginning with a letter or a digit
 */
public record StorageKey(List<String> names) {
    /** Above everything. */
    public static final StorageKey ROOT = new StorageKey(List.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    public StorageKey {
        names = List.copyOf(names);
        for (String name : names) {
            if (!isName(name)) {
                throw new IllegalArgumentException("'" + name + "' can't be part of a key");
            }
        }
    }

    public static StorageKey of(String... names) {
        return new StorageKey(Arrays.asList(names));
    }

    /** What is kept under a name right below this. */
    public StorageKey child(String name) {
        return new StorageKey(Stream.concat(names.stream(), Stream.of(name)).toList());
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    @Override
    public String toString() {
        return String.join("/", names);
    }
}
