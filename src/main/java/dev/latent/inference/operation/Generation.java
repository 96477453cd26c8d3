package dev.latent.inference.operation;

import dev.latent.family.Generates;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.SeededNoise;
import dev.latent.inference.engine.Session;
import dev.latent.sample.SampleData;
import org.springframework.stereotype.Component;

/** Samples from codes z ~ N(0, I). */
@Component
public class Generation {
    private final Inference inference;

    Generation(Inference inference) {
        this.inference = inference;
    }

    /** Sample i is the same whatever the count. */
    public SampleData generate(VersionAndSeed asked, SampleQuery query) {
        try (Session session = open(asked)) {
            return generate(session, asked, query, 0, Math.toIntExact(query.count()));
        }
    }

    public Session open(VersionAndSeed asked) {
        return inference.open(asked.version(), Operation.GENERATE);
    }

    /** The samples {@code first … first + count - 1} of all that a query asks for. */
    public SampleData generate(Session session, VersionAndSeed asked, SampleQuery query, long first, int count) {
        Generates generator = session.as(Generates.class);
        int[] labels = Labels.inTurn(session, generator.conditional(), query.label(), first, count);
        int k = generator.latentDimension();
        float[] z = SeededNoise.of(asked.seed(), first, count).normal(k);
        Rows rows = Rows.of(count, new int[] {k}, z, labels);
        return session.units().toClient(session.call(Call.GENERATE, rows).values(), labels);
    }
}
