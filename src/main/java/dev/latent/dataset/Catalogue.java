package dev.latent.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which dataset a name stands for now, and what this process knows of each. */
final class Catalogue {
    private final List<DatasetOrigins> places;
    private final Predicate<CataloguedDataset> used;
    private final Map<DatasetOrigin, CataloguedDataset> known = new ConcurrentHashMap<>();

    /**
     * @param places in the order of precedence: of two datasets of one name the first counts
     * @param used whether a dataset keeps others from its name
     */
    Catalogue(List<DatasetOrigins> places, Predicate<CataloguedDataset> used) {
        this.places = List.copyOf(places);
        this.used = used;
    }

    Stream<DatasetOrigin> origins() {
        return places.stream().flatMap(place -> place.all().stream());
    }

    /** By name. */
    SortedMap<String, CataloguedDataset> all() {
        SortedMap<String, CataloguedDataset> all = new TreeMap<>();
        origins().map(this::known).forEach(dataset -> all.merge(dataset.name(), dataset, this::first));
        return all;
    }

    private CataloguedDataset first(CataloguedDataset before, CataloguedDataset after) {
        return used.test(before) ? before : after;
    }

    Optional<CataloguedDataset> find(String name) {
        return origins(name).map(this::known).reduce(this::first);
    }

    private Stream<DatasetOrigin> origins(String name) {
        return places.stream().flatMap(place -> place.find(name).stream());
    }

    private CataloguedDataset known(DatasetOrigin origin) {
        return known.computeIfAbsent(origin, CataloguedDataset::new);
    }

    /** Others may have deleted what was opened here. */
    void forgetDeleted() {
        known.values().stream()
                .filter(dataset -> origins(dataset.name()).noneMatch(dataset.origin()::equals))
                .forEach(this::forget);
    }

    void closeUnusedSince(Instant time) {
        known.values().forEach(dataset -> dataset.closeIfUnusedSince(time));
    }

    void forget(CataloguedDataset dataset) {
        known.remove(dataset.origin(), dataset);
        dataset.close();
    }
}
