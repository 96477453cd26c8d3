package dev.latent.registry;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is learned of versions after they were published. */
@Service
public class VersionFindings {
    private final ModelRows rows;
    private final ArtifactStore store;

    VersionFindings(ModelRows rows, ArtifactStore store) {
        this.rows = rows;
        this.store = store;
    }

    /** Empty where it is not known yet. */
    public Optional<byte[]> find(ModelVersion version, VersionFinding finding) {
        return store.find(version, finding);
    }

    /** @return whether there is such a version still; else nothing is kept */
    @Transactional
    public boolean keep(ModelVersion version, Map<VersionFinding, byte[]> findings) {
        rows.lock();
        if (rows.version(version.model(), version.version()).isEmpty()) {
            return false;
        }
        findings.forEach((finding, content) -> store.keep(version, finding, content));
        return true;
    }
}
