package dev.latent.registry;

import dev.latent.cluster.AfterCommit;
import org.springframework.stereotype.Component;

/** Lets the registry's folders follow its tables. */
@Component
class FollowedChanges {
    private final ModelRows rows;
    private final ArtifactStore store;

    FollowedChanges(ModelRows rows, ArtifactStore store) {
        this.rows = rows;
        this.store = store;
    }

    @AfterCommit
    public void deleted(VersionDeleted deletion) {
        store.remove(deletion.model(), deletion.version());
    }

    /** One process at a time, so that the last one writes what is there last. */
    @AfterCommit
    public void changed(ModelChanged change) {
        rows.lock();
        String model = change.model();
        store.keep(model, new ModelNotes(rows.lastVersion(model).orElse(0), rows.aliases(model)));
    }
}
