package dev.latent.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the database up to what the folders hold, after it was lost or a process ended between the two. */
@Component
public class RegistryRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryRebuild.class);

    private final ModelRows rows;
    private final ArtifactStore store;

    RegistryRebuild(ModelRows rows, ArtifactStore store) {
        this.rows = rows;
        this.store = store;
    }

    /** Records the versions that only the folders know, says which, and removes folders of deleted versions. */
    @Transactional
    public List<ModelVersion> run() {
        rows.lock();
        List<ModelVersion> adopted = new ArrayList<>();
        store.models().forEach(model -> adopted.addAll(adopt(model)));
        return adopted;
    }

    private List<ModelVersion> adopt(String model) {
        Optional<Integer> known = rows.lastVersion(model);
        List<ModelVersion> adopted = store.versions(model).stream()
                .filter(number -> number > known.orElse(0))
                .flatMap(number -> adopt(model, number).stream())
                .toList();
        if (known.isEmpty()) {
            takeNotes(model, adopted);
        }
        removeDeleted(model, known.orElse(0));
        return adopted;
    }

    private Optional<ModelVersion> adopt(String model, int number) {
        Optional<ModelVersion> version = store.read(model, number);
        String family = rows.family(model).orElse(null);
        if (version.isEmpty() || !version.get().description().family().equals(family) && family != null) {
            LOG.warn("The folder of version {} of model '{}' can't be read as one of its versions", number, model);
            return Optional.empty();
        }
        rows.lastVersion(model, number);
        rows.insert(version.get());
        LOG.info("Found version {} of model '{}' in its folder", number, model);
        return version;
    }

    private void removeDeleted(String model, int last) {
        store.versions(model).stream()
                .filter(number -> number <= last && rows.version(model, number).isEmpty())
                .forEach(number -> store.remove(model, number));
    }

    private void takeNotes(String model, List<ModelVersion> adopted) {
        ModelNotes notes = store.notes(model);
        if (!adopted.isEmpty() || notes.lastVersion() > 0) {
            rows.lastVersion(
                    model, Math.max(notes.lastVersion(), rows.lastVersion(model).orElse(0)));
        }
        notes.aliases().forEach((alias, number) -> {
            if (rows.version(model, number).isPresent()) {
                rows.putAlias(model, alias, number);
            }
        });
    }
}
