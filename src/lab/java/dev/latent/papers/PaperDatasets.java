package dev.latent.papers;

import dev.latent.dataset.DatasetProperties;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.builtin.BuiltInDatasets;
import dev.latent.dataset.source.found.FoundDatasets;
import dev.latent.files.AtomicFolder;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;

/** The prepared folders of what is learned from. */
final class PaperDatasets {
    static final String MNIST = "mnist";
    static final String DIGITS = "digits";
    static final String VARIABLE = "LATENT_DATASETS_DIRECTORY";

    private static final Map<String, Derived> DERIVED = Map.of(
            MNIST,
            new Derived(MNIST, PaperDatasets::copy),
            InvertedImages.of(MNIST),
            new Derived(MNIST, InvertedImages::write),
            ColoredDigits.NAME,
            new Derived(DIGITS, ColoredDigits::write),
            InvertedImages.of(ColoredDigits.NAME),
            new Derived(ColoredDigits.NAME, InvertedImages::write));

    private final Datasets datasets;
    private final Path scratch;

    /** A dataset that is made of another one. */
    private record Derived(String source, Derivation derivation) {}

    private interface Derivation {
        void write(Path source, Path target) throws IOException;
    }

    /** @param directory of datasets, or null @param scratch for what is made of them */
    PaperDatasets(@Nullable Path directory, Path scratch) {
        LatentHome home = new LatentHome(scratch.resolve("home"));
        this.scratch = scratch;
        this.datasets = new Datasets(List.of(
                new BuiltInDatasets(home),
                new FoundDatasets(new DatasetProperties(directory, ImportLimits.usual()), home)));
    }

    /** Those of the environment's directory. */
    static PaperDatasets ofEnvironment(Path scratch) {
        String given = System.getenv(VARIABLE);
        Path directory =
                given == null || given.isBlank() ? null : Path.of(given).toAbsolutePath();
        return new PaperDatasets(directory, scratch);
    }

    /** Empty where one of them is not there. */
    Optional<List<Path>> folders(List<String> names) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String name : names) {
            Optional<Path> folder = folder(name);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            folders.add(folder.get());
        }
        return Optional.of(folders);
    }

    private Optional<Path> folder(String name) throws IOException {
        Derived derived = DERIVED.get(name);
        if (derived == null) {
            return original(name);
        }
        Optional<Path> source = derived.source.equals(name) ? original(name) : folder(derived.source);
        return source.isEmpty() ? source : Optional.of(derive(name, source.get(), derived));
    }

    private Optional<Path> original(String name) throws IOException {
        return datasets.find(name).isEmpty()
                ? Optional.empty()
                : Optional.of(datasets.lease(name).path());
    }

    private Path derive(String name, Path source, Derived derived) throws IOException {
        Path target = scratch.resolve(name);
        if (!Files.exists(target)) {
            try (AtomicFolder aside = AtomicFolder.of(target)) {
                derived.derivation.write(source, aside.path());
                aside.publish();
            }
        }
        return target;
    }

    /** What was found has another folder when its files' times change; a training must find its data again. */
    private static void copy(Path source, Path target) throws IOException {
        PathUtils.copyDirectory(source, target);
    }
}
