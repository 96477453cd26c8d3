package dev.latent.inference.operation;

import dev.latent.family.Generates;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Session;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleData;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.springframework.stereotype.Component;

/** What a plane of the latent space decodes to, evenly spread over the prior's quantiles (Kingma & Welling 2014, fig. 4). */
@Component
public class LatentGrid {
    private final Inference inference;

    LatentGrid(Inference inference) {
        this.inference = inference;
    }

    /** {@code steps²} samples, row by row; the code's other dimensions are 0. */
    public SampleData draw(VersionAndSeed asked, LatentGridQuery query) {
        try (Session session = inference.open(asked.version(), Operation.LATENT_GRID)) {
            Generates generator = session.as(Generates.class);
            int count = query.steps() * query.steps();
            List<String> label =
                    query.label() != null ? List.of(query.label()) : generator.conditional() ? List.of("0") : List.of();
            int[] labels = Labels.inTurn(session, generator.conditional(), label, count);
            float[] codes = codes(query, generator.latentDimension());
            Rows rows = Rows.of(count, new int[] {generator.latentDimension()}, codes, labels);
            return session.units().toClient(session.call(Call.GENERATE, rows).values(), labels);
        }
    }

    private static float[] codes(LatentGridQuery query, int length) {
        requireDimension("x", query.x(), length);
        requireDimension("y", query.y(), length);
        int steps = query.steps();
        float[] codes = new float[steps * steps * length];
        for (int i = 0; i < steps * steps; i++) {
            codes[i * length + query.y()] = quantile(i / steps, steps);
            codes[i * length + query.x()] = quantile(i % steps, steps);
        }
        return codes;
    }

    private static void requireDimension(String name, int dimension, int length) {
        if (dimension >= length) {
            throw Problem.badParameter(
                    name,
                    name + " must be 0 to " + (length - 1) + ", as codes have " + length + " dimensions, not "
                            + dimension);
        }
    }

    private static float quantile(int step, int steps) {
        return (float) new NormalDistribution(null, 0, 1).inverseCumulativeProbability((step + 0.5) / steps);
    }
}
