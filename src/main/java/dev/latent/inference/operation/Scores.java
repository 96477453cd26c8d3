package dev.latent.inference.operation;

import dev.latent.family.Operation;
import dev.latent.family.Reconstructs;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.FiniteCheck;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Session;
import dev.latent.inference.engine.Units;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.Deviations;
import dev.latent.sample.Samples;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One number a sample. */
@Component
public class Scores {
    private final Inference inference;

    Scores(Inference inference) {
        this.inference = inference;
    }

    /** How far each sample is from what the model makes of it. */
    public Anomalies anomaly(
            VersionAndSeed asked, Samples samples, LabelQuery beside, Optional<AnomalyThreshold> learned) {
        try (Session session = inference.open(asked.version(), Operation.ANOMALY_SCORE)) {
            return anomaly(session, samples, beside, 0, learned);
        }
    }

    /** @param first the index of the first sample @param learned of normal rows, if anything is */
    public Anomalies anomaly(
            Session session, Samples samples, LabelQuery beside, long first, Optional<AnomalyThreshold> learned) {
        int[] labels = Labels.of(session, session.as(Reconstructs.class).conditional(), samples, beside, first);
        Units units = session.units();
        Rows rows = units.toModel(samples, labels);
        Rows answer = session.call(Call.DEVIATIONS, rows);
        int views = answer.columns().get(0).shape()[0];
        Deviations deviations =
                new Deviations(answer.values(), views, samples.shape().size());
        double[] scores = deviations.scores();
        FiniteCheck.require(rows, scores);
        return new Anomalies(scores, deviations, rows.values(), units.columns(), learned);
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
