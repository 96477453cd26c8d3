package dev.latent.evaluation;

import dev.latent.registry.ModelVersion;
import dev.latent.registry.VersionDeleted;
import dev.latent.registry.VersionFinding;
import dev.latent.registry.VersionFindings;
import dev.latent.registry.VersionPublished;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts versions into the line to be measured: each when it is published, and again when it is asked for. */
@Service
class EvaluationRequests {
    private final EvaluationRows rows;
    private final EvaluationQueue queue;
    private final VersionFindings findings;
    private final EvaluationSettings settings;

    EvaluationRequests(
            EvaluationRows rows, EvaluationQueue queue, VersionFindings findings, EvaluationSettings settings) {
        this.rows = rows;
        this.queue = queue;
        this.findings = findings;
        this.settings = settings;
    }

    /** In the transaction that publishes. A shipped model brings its card. */
    @EventListener
    @Transactional
    public void published(VersionPublished event) {
        if (settings.automatic()
                && findings.find(event.version(), VersionFinding.QUALITY_CARD).isEmpty()) {
            request(event.version(), null);
        }
    }

    /** In the transaction that deletes. */
    @EventListener
    @Transactional
    public void deleted(VersionDeleted event) {
        rows.delete(event.model(), event.version());
    }

    /** @param samples how many to take, or null for what a card takes by itself */
    @Transactional
    public Evaluation request(ModelVersion version, @Nullable Integer samples) {
        Evaluation evaluation = rows.queue(version.model(), version.version(), samples);
        queue.add(evaluation);
        return evaluation;
    }
}
