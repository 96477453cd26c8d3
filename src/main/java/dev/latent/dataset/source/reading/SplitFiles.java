package dev.latent.dataset.source.reading;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.file.SplitNames;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One file for each split, or one for all.
 *
 * @param whole the only file: data to be split, whatever its name contains, unless it is called {@code train}
 */
public record SplitFiles<T>(@Nullable T whole, Map<Split, T> named) {
    /** @param path what a file is called */
    public static <T> SplitFiles<T> of(List<T> files, Function<T, String> path) throws DatasetRefused {
        if (files.size() == 1 && !SplitNames.isTrainingAlone(path.apply(files.get(0)))) {
            return new SplitFiles<>(files.get(0), Map.of());
        }
        Map<Split, T> named = new EnumMap<>(Split.class);
        for (T file : files) {
            Split split = split(path.apply(file));
            T other = named.put(split == null ? Split.TRAIN : split, file);
            if (other != null) {
                throw new DatasetRefused(
                        path.apply(file),
                        "of several files one is train, one test and perhaps one validation, by their names; "
                                + path.apply(other) + " is for the same split");
            }
        }
        if (!named.containsKey(Split.TRAIN)) {
            throw new DatasetRefused(
                    files.stream().map(path).collect(Collectors.joining(", ")), "there is no file to train on");
        }
        return new SplitFiles<>(null, named);
    }

    private static @Nullable Split split(String path) {
        return SplitNames.ofPath(path).orElse(null);
    }

    /** What classes are taken from. */
    public T training() {
        T all = whole;
        return all != null ? all : named.get(Split.TRAIN);
    }

    /** The file of a split, or the only one. @param of what it belongs to, for the message */
    public T get(@Nullable Split split, String of) throws DatasetRefused {
        T found = split == null ? whole : named.get(split);
        if (found == null) {
            throw new DatasetRefused(of, "its labels are missing");
        }
        return found;
    }

    /** The same splits of something else. */
    public <R> SplitFiles<R> map(Mapping<T, R> mapping) throws DatasetRefused {
        Map<Split, R> mapped = new EnumMap<>(Split.class);
        for (Map.Entry<Split, T> entry : named.entrySet()) {
            mapped.put(entry.getKey(), mapping.map(entry.getValue(), entry.getKey()));
        }
        return new SplitFiles<>(whole == null ? null : mapping.map(whole, null), mapped);
    }

    /** Runs over all files, in the order of splits. */
    public void each(Reading<T> reading) throws IOException {
        if (whole != null) {
            reading.read(whole, null);
        }
        for (Map.Entry<Split, T> entry : named.entrySet()) {
            reading.read(entry.getValue(), entry.getKey());
        }
    }

    /** What one file becomes. */
    public interface Mapping<T, R> {
        public R map(T file, @Nullable Split split) throws DatasetRefused;
    }

    /** What is done with one file. */
    public interface Reading<T> {
        void read(T file, @Nullable Split split) throws IOException;
    }
}
