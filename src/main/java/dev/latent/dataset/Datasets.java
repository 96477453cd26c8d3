package dev.latent.dataset;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The datasets that there are. Those the service makes itself are described from the start and made at their first
 * use; those found in a folder are prepared in the background as soon as the service is up. Asking for one that isn't
 * ready waits until it is.
 */
@Service
public class Datasets {
    private static final Logger log = LoggerFactory.getLogger(Datasets.class);
    private static final long LIST_WAITS_SECONDS = 10;

    private final Map<String, CataloguedDataset> catalogue = new ConcurrentSkipListMap<>();
    private CompletableFuture<Void> preparation = CompletableFuture.completedFuture(null);

    /** @param origins in the order of precedence: of two datasets of one name the first counts */
    public Datasets(List<DatasetOrigins> origins) {
        origins.stream().flatMap(place -> place.all().stream()).forEach(this::register);
    }

    private void register(DatasetOrigin origin) {
        if (!add(origin)) {
            log.warn("There are two datasets named {}; the second one is left out", origin.name());
        }
    }

    /** Prepares in the background what must be prepared to be described. */
    @PostConstruct
    void prepareFound() {
        preparation = CompletableFuture.runAsync(
                () -> {
                    catalogue.keySet().forEach(this::prepareQuietly);
                    catalogue.values().forEach(CataloguedDataset::removeAbandoned);
                },
                Datasets::inBackground);
    }

    /** On a thread that doesn't keep the service from ending. */
    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "datasets");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void prepareQuietly(String name) {
        try {
            find(name);
        } catch (UncheckedIOException e) {
            log.error("The dataset {} can't be prepared", name, e);
        }
    }

    /** All usable ones by name; one that is still being prepared after a wait is left out. */
    public List<DatasetDescription> list() {
        preparation
                .copy()
                .completeOnTimeout(null, LIST_WAITS_SECONDS, TimeUnit.SECONDS)
                .join();
        return catalogue.values().stream()
                .map(CataloguedDataset::description)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(DatasetDescription::name))
                .toList();
    }

    /** Those that can't be used, with the reason, by name. */
    public SortedMap<String, String> refused() {
        SortedMap<String, String> refused = new TreeMap<>();
        catalogue.forEach((name, dataset) -> {
            String refusal = dataset.refusal();
            if (refusal != null) {
                refused.put(name, refusal);
            }
        });
        return refused;
    }

    /** What a dataset is; empty where there is none of that name, or only a broken one. */
    public Optional<DatasetDescription> find(String name) {
        CataloguedDataset dataset = catalogue.get(name);
        if (dataset == null || !dataset.available(this)) {
            return Optional.empty();
        }
        try {
            return Optional.of(dataset.describe(this));
        } catch (DatasetRefused e) {
            log.warn("The dataset {} can't be used: {}", name, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The dataset, shared: don't close it.
     *
     * @throws IllegalArgumentException if {@link #find} finds none
     */
    public Dataset open(String name) {
        CataloguedDataset dataset = catalogue.get(name);
        if (dataset == null || find(name).isEmpty()) {
            throw new IllegalArgumentException("there is no dataset " + name);
        }
        try {
            return dataset.open(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the name is taken, if only by a broken dataset. */
    public boolean has(String name) {
        CataloguedDataset dataset = catalogue.get(name);
        return isUsed(dataset);
    }

    /** A folder that turns out to hold no dataset keeps nobody from its name. */
    private boolean isUsed(@Nullable CataloguedDataset dataset) {
        return dataset != null && (dataset.refusal() != null || dataset.available(this));
    }

    /** Takes one more in; false where its name is taken. */
    public boolean add(DatasetOrigin origin) {
        CataloguedDataset added = new CataloguedDataset(origin);
        return catalogue.compute(origin.name(), (name, there) -> isUsed(there) ? there : added) == added;
    }

    /** Deletes an uploaded dataset; false where it is not one of those. */
    boolean delete(String name) {
        CataloguedDataset dataset = catalogue.get(name);
        if (dataset == null || !dataset.origin().removable()) {
            return false;
        }
        catalogue.remove(name, dataset);
        try {
            dataset.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    /** Its prepared folder, for {@link Dataset#open(Path)} in another process. */
    public Path folder(String name) {
        return open(name).folder();
    }
}
