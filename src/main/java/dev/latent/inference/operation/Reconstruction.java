package dev.latent.inference.operation;

import dev.latent.family.Operation;
import dev.latent.family.Reconstructs;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Session;
import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import org.springframework.stereotype.Component;

/** Encodes and decodes samples. */
@Component
public class Reconstruction {
    private final Inference inference;

    Reconstruction(Inference inference) {
        this.inference = inference;
    }

    public SampleData reconstruct(VersionAndSeed asked, Samples samples, LabelQuery beside) {
        try (Session session = inference.open(asked.version(), Operation.RECONSTRUCT)) {
            return reconstruct(session, samples, beside, 0);
        }
    }

    /** @param first the index of the first sample */
    public SampleData reconstruct(Session session, Samples samples, LabelQuery beside, long first) {
        int[] labels = Labels.of(session, session.as(Reconstructs.class).conditional(), samples, beside, first);
        Rows rows = session.units().toModel(samples, labels);
        return session.units()
                .toClient(session.call(Call.RECONSTRUCT, rows).values(), labels == null ? samples.labels() : labels);
    }
}
