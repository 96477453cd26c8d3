package dev.latent.registry;

import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelFolder;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.ThresholdFile;
import dev.latent.problem.Problem;
import dev.latent.storage.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All versions of all models. What changes it joins the caller's transaction. */
@Service
public class ModelRegistry {
    private final ModelRows rows;
    private final KnownVersions known;
    private final ArtifactStore store;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<ModelUse> uses;

    ModelRegistry(
            ModelRows rows,
            KnownVersions known,
            ArtifactStore store,
            ApplicationEventPublisher events,
            ObjectProvider<ModelUse> uses) {
        this.rows = rows;
        this.known = known;
        this.store = store;
        this.events = events;
        this.uses = uses;
    }

    /**
     * Publishes a copy of a folder under the next number of a name. A job publishes once: asked again, the registry
     * answers with what the job published before.
     *
     * @param versionFolder {@code model.json}, the weights, and what else belongs to the version
     * @param job who trained it, or null
     * @throws Problem 409 if the name holds another family
     */
    @Transactional
    public ModelVersion publish(String model, Path versionFolder, @Nullable String job) {
        ModelName.require(model);
        ModelDescription description = describe(versionFolder);
        try (StagedVersion staged = store.stage(versionFolder)) {
            rows.lock();
            Optional<ModelVersion> before = job == null ? Optional.empty() : rows.publishedBy(job);
            return before.orElseGet(() -> publish(model, staged, description, job));
        } catch (IOException e) {
            throw new UncheckedIOException("the version's files could not be copied", e);
        }
    }

    /** Publishes a folder as the first version of a name, unless the registry holds, or ever held, that name. */
    @Transactional
    public Optional<ModelVersion> publishFirst(String model, Path versionFolder) {
        rows.lock();
        return rows.lastVersion(model).isPresent()
                ? Optional.empty()
                : Optional.of(publish(model, versionFolder, null));
    }

    private static ModelDescription describe(Path versionFolder) {
        try {
            return ModelFolder.read(versionFolder);
        } catch (IOException e) {
            throw new UncheckedIOException("a version needs a description that can be read", e);
        }
    }

    private ModelVersion publish(
            String model, StagedVersion staged, ModelDescription description, @Nullable String job) {
        requireFamily(model, description.family());
        int number = Math.max(rows.lastVersion(model).orElse(0), store.lastVersion(model)) + 1;
        ModelVersion version = new ModelVersion(model, number, job, description, staged.artifacts());
        rows.lastVersion(model, number);
        rows.insert(version);
        if (!store.put(staged, version)) {
            throw new IllegalStateException("the folder of " + version.title() + " appeared just now; try again");
        }
        TransactionEnd.unlessCommitted(() -> rows.forget(model, number));
        TransactionEnd.ifRolledBack(() -> store.remove(model, number));
        events.publishEvent(new VersionPublished(version));
        return version;
    }

    /** @throws Problem 409 if the name holds another family */
    public void requireFamily(String model, String family) {
        rows.family(model).filter(held -> !held.equals(family)).ifPresent(held -> {
            throw Problem.conflict("model '" + model + "' holds versions of the family '" + held
                    + "'; choose another name for a '" + family + "'");
        });
    }

    /** The family that a name holds; empty if there is no such model. */
    public Optional<String> family(String model) {
        return rows.family(model);
    }

    /**
     * Finds a version.
     *
     * @param reference a number, {@code latest} or an alias
     * @throws Problem 404 if there is no such model or version
     */
    public ModelVersion find(String model, String reference) {
        return known.get(model, reference, () -> read(model, reference));
    }

    private ModelVersion read(String model, String reference) {
        return number(model, reference)
                .flatMap(number -> rows.version(model, number))
                .orElseThrow(() -> Problem.notFound("model '" + model + "' has no version '" + reference
                        + "'; its latest is " + latest(model) + aliasesInWords(model)));
    }

    private Optional<Integer> number(String model, String reference) {
        if (VersionReference.isNumber(reference)) {
            return Optional.of(Integer.valueOf(reference));
        }
        return reference.equals(VersionReference.LATEST)
                ? Optional.of(latest(model))
                : Optional.ofNullable(rows.aliases(model).get(reference));
    }

    /** Whether there is this version now. */
    public boolean holds(String model, int version) {
        return rows.version(model, version).isPresent();
    }

    /** @throws Problem 404 if there is no such model */
    public Model find(String model) {
        int latest = latest(model);
        ModelVersion version = find(model, String.valueOf(latest));
        return new Model(
                model,
                version.description().family(),
                version.description().operations().stream().sorted().toList(),
                latest,
                rows.aliases(model));
    }

    /** Models whose names come after {@code name}, in order. */
    public List<Model> models(String after, int limit) {
        return rows.names(after, limit).stream().map(this::find).toList();
    }

    /** Versions with numbers below {@code before}, newest first. */
    public List<ModelVersion> versions(String model, int before, int limit) {
        latest(model);
        return rows.versions(model, before, limit);
    }

    /**
     * Deletes a version.
     *
     * @param force also where an alias stands for it, which goes with it, or a job starts from it
     * @throws Problem 404 if there is none; 409 if it is needed by a job, or named by an alias
     */
    @Transactional
    public void delete(String model, int version, boolean force) {
        rows.lock();
        find(model, String.valueOf(version));
        if (!force) {
            requireUnneeded(model, version);
            requireNoAlias(model, version);
        }
        remove(model, version);
        events.publishEvent(new ModelChanged(model));
    }

    /**
     * Deletes all versions of a model.
     *
     * @param force also where aliases stand for some, which go with them, or jobs start from some
     * @throws Problem 404 if there is none; 409 if one is needed by a job, or named by an alias
     */
    @Transactional
    public void delete(String model, boolean force) {
        rows.lock();
        latest(model);
        List<Integer> versions = rows.numbers(model);
        if (!force) {
            versions.forEach(version -> requireUnneeded(model, version));
            versions.forEach(version -> requireNoAlias(model, version));
        }
        versions.forEach(version -> remove(model, version));
        events.publishEvent(new ModelChanged(model));
    }

    private void requireNoAlias(String model, int version) {
        List<String> aliases = rows.aliases(model).entrySet().stream()
                .filter(alias -> alias.getValue() == version)
                .map(alias -> "'" + alias.getKey() + "'")
                .toList();
        if (!aliases.isEmpty()) {
            throw Problem.conflict("version " + version + " of model '" + model + "' is what the alias "
                    + String.join(" and ", aliases)
                    + " stands for; let the alias stand for another version, or delete both with ?force=true");
        }
    }

    private void requireUnneeded(String model, int version) {
        List<String> users = uses.stream()
                .flatMap(use -> use.usersOf(model, version).stream())
                .toList();
        if (!users.isEmpty()) {
            throw Problem.conflict(
                    "version " + version + " of model '" + model + "' is needed by "
                            + String.join(", ", users)
                            + ", which can't start or be resumed without it; delete them first, or the version with ?force=true");
        }
    }

    private void remove(String model, int version) {
        rows.delete(model, version);
        events.publishEvent(new VersionDeleted(model, version));
    }

    /** Lets an alias stand for a version. @throws Problem 404 if there is no such version */
    @Transactional
    public void alias(String model, String alias, int version) {
        rows.lock();
        find(model, String.valueOf(version));
        rows.putAlias(model, alias, version);
        events.publishEvent(new ModelChanged(model));
    }

    /** @throws Problem 404 if there is no such alias */
    @Transactional
    public void deleteAlias(String model, String alias) {
        rows.lock();
        latest(model);
        if (!rows.deleteAlias(model, alias)) {
            throw Problem.notFound("model '" + model + "' has no alias '" + alias + "'");
        }
        events.publishEvent(new ModelChanged(model));
    }

    private String aliasesInWords(String model) {
        var aliases = rows.aliases(model).keySet();
        return aliases.isEmpty() ? "" : ", its aliases are " + String.join(", ", aliases);
    }

    private int latest(String model) {
        return rows.latest(model).orElseThrow(() -> Problem.notFound("there is no model '" + model + "'"));
    }

    /**
     * A version's files, all of them read and compared with their digests.
     *
     * @throws Problem 409 if a file is missing or damaged
     */
    public Lease lease(ModelVersion version) {
        return store.lease(version, version.artifacts());
    }

    /** A version's files, one of them compared with its digest. @throws Problem 409 if that is missing or damaged */
    public Lease lease(ModelVersion version, Artifact intact) {
        return store.lease(version, List.of(intact));
    }

    /** What is learned of a version and travels with it, by file name. */
    public SortedMap<String, byte[]> notes(ModelVersion version) {
        SortedMap<String, byte[]> notes = new TreeMap<>();
        threshold(version).ifPresent(learned -> notes.put(ThresholdFile.NAME, ThresholdFile.json(learned)));
        return notes;
    }

    /** The score from which on a version calls samples anomalous, if it was learned. */
    public Optional<AnomalyThreshold> threshold(ModelVersion version) {
        return store.threshold(version);
    }

    /** Keeps with a version what was learned of it. */
    public void keepThreshold(ModelVersion version, AnomalyThreshold threshold) {
        store.keep(version, threshold);
    }
}
