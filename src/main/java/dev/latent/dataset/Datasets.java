package dev.latent.dataset;

import dev.latent.files.Unfinished;
import dev.latent.storage.Lease;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The datasets that there are. Those the service makes itself are described from the start and made at their first
 * use; those found in a folder are prepared in the background as soon as the service is up. Asking for one that isn't
 * ready waits until it is.
 */
@Service
public class Datasets {
    private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);
    private static final long LIST_WAITS_SECONDS = 10;
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
    private static final Duration CLOSED_AFTER = Duration.ofMinutes(10);

    private final Catalogue catalogue;
    private final Clock clock;
    private CompletableFuture<Void> preparation = CompletableFuture.completedFuture(null);

    /** @param places in the order of precedence: of two datasets of one name the first counts */
    public Datasets(List<DatasetOrigins> places) {
        this(places, Clock.systemUTC());
    }

    @Autowired
    Datasets(List<DatasetOrigins> places, Clock clock) {
        this.clock = clock;
        this.catalogue = new Catalogue(places, this::isUsed);
    }

    /** Prepares in the background what must be prepared to be described. */
    @PostConstruct
    void prepareFound() {
        preparation = CompletableFuture.runAsync(
                () -> {
                    warnOfTwins();
                    catalogue.all().keySet().forEach(this::prepareQuietly);
                    sweep();
                },
                Datasets::inBackground);
    }

    private void warnOfTwins() {
        Set<String> names = new HashSet<>();
        catalogue
                .origins()
                .map(DatasetOrigin::name)
                .filter(name -> !names.add(name))
                .forEach(name -> LOG.warn("There are two datasets named {}; the second one is left out", name));
    }

    /** Removes what a process left that was killed while it prepared a dataset. */
    private void sweep() {
        Instant old = Instant.now().minus(ABANDONED_AFTER);
        catalogue
                .origins()
                .filter(LocalOrigin.class::isInstance)
                .map(origin -> ((LocalOrigin) origin).folder().toAbsolutePath().getParent())
                .distinct()
                .forEach(folder -> sweep(folder, old));
    }

    private static void sweep(Path folder, Instant old) {
        try {
            Unfinished.sweep(folder, old);
        } catch (IOException e) {
            LOG.warn("What is left of an earlier preparation can't be removed: {}", e.toString());
        }
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
            LOG.error("The dataset {} can't be prepared", name, e);
        }
    }

    /** All usable ones by name; one that is still being prepared after a wait is left out. */
    public List<DatasetDescription> list() {
        preparation
                .copy()
                .completeOnTimeout(null, LIST_WAITS_SECONDS, TimeUnit.SECONDS)
                .join();
        catalogue.forgetDeleted();
        return catalogue.all().values().stream()
                .flatMap(dataset -> dataset.description().stream())
                .sorted(Comparator.comparing(DatasetDescription::name))
                .toList();
    }

    /** Those that can't be used, with the reason, by name. */
    public SortedMap<String, String> refused() {
        SortedMap<String, String> refused = new TreeMap<>();
        catalogue.all().forEach((name, dataset) -> {
            String refusal = dataset.refusal();
            if (refusal != null) {
                refused.put(name, refusal);
            }
        });
        return refused;
    }

    /** A folder that turns out to hold no dataset keeps nobody from its name. */
    private boolean isUsed(CataloguedDataset dataset) {
        return dataset.refusal() != null || dataset.available(this);
    }

    /** What a dataset is; empty where there is none of that name, or only a broken one. */
    public Optional<DatasetDescription> find(String name) {
        Optional<CataloguedDataset> dataset = catalogue.find(name).filter(it -> it.available(this));
        if (dataset.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(dataset.get().describe(this));
        } catch (DatasetRefused e) {
            LOG.warn("The dataset {} can't be used: {}", name, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The dataset, shared: don't close it, and don't keep it: it is closed some minutes after it was last asked for.
     *
     * @throws IllegalArgumentException if {@link #find} finds none
     */
    public Dataset open(String name) {
        try {
            Instant now = clock.instant();
            catalogue.closeUnusedSince(now.minus(CLOSED_AFTER));
            return usable(name).open(this, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its prepared folder, for {@link Dataset#open(Path)} in another process.
     *
     * @throws IllegalArgumentException if {@link #find} finds none
     */
    public Lease lease(String name) {
        try {
            return usable(name).lease(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CataloguedDataset usable(String name) {
        return catalogue
                .find(name)
                .filter(dataset -> find(name).isPresent())
                .orElseThrow(() -> new IllegalArgumentException("there is no dataset " + name));
    }

    /** Whether the name is taken, if only by a broken dataset. */
    public boolean has(String name) {
        return catalogue.find(name).filter(this::isUsed).isPresent();
    }

    /** Deletes an uploaded dataset; false where it is not one of those. */
    boolean delete(String name) {
        Optional<CataloguedDataset> dataset = catalogue.find(name);
        try {
            if (dataset.isEmpty() || !dataset.get().origin().delete()) {
                return false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        catalogue.forget(dataset.get());
        return true;
    }
}
