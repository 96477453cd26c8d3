package dev.latent.inference.operation;

import dev.latent.family.Operation;
import dev.latent.family.Reconstructs;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.FiniteCheck;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Session;
import dev.latent.measure.AnomalyScore;
import dev.latent.sample.Samples;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** One number a sample. */
@Component
public class Scores {
    private final Inference inference;

    Scores(Inference inference) {
        this.inference = inference;
    }

    /** How far each sample is from its reconstruction. */
    public double[] anomaly(VersionAndSeed asked, Samples samples, LabelQuery beside) {
        try (Session session = inference.open(asked.version(), Operation.ANOMALY_SCORE)) {
            return anomaly(session, samples, beside, 0);
        }
    }

    /** @param first the index of the first sample */
    public double[] anomaly(Session session, Samples samples, LabelQuery beside, long first) {
        int[] labels = Labels.of(session, session.as(Reconstructs.class).conditional(), samples, beside, first);
        Rows rows = session.units().toModel(samples, labels);
        float[] reconstructed = session.call(Call.RECONSTRUCT, rows).values();
        double[] scores =
                AnomalyScore.of(rows.values(), reconstructed, samples.shape().size());
        FiniteCheck.require(rows, scores);
        return scores;
    }

    /** The critic's value of each sample: unbounded, the higher the more real. */
    public double[] critic(VersionAndSeed asked, Samples samples) {
        try (Session session = inference.open(asked.version(), Operation.CRITIC_SCORE)) {
            return critic(session, samples);
        }
    }

    public double[] critic(Session session, Samples samples) {
        float[] values = session.call(Call.CRITIC_SCORE, session.units().toModel(samples, null))
                .values();
        double[] scores = new double[values.length];
        Arrays.setAll(scores, i -> values[i]);
        return scores;
    }
}
