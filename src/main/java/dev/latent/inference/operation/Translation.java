package dev.latent.inference.operation;

import dev.latent.family.Operation;
import dev.latent.family.Translates.Direction;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.FiniteCheck;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Session;
import dev.latent.inference.engine.Units;
import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import org.springframework.stereotype.Component;

/** Translates samples between two domains, and back to see what is lost. */
@Component
public class Translation {
    private final Inference inference;

    Translation(Inference inference) {
        this.inference = inference;
    }

    /** @param samples of the domain that the direction starts from */
    public Translated translate(VersionAndSeed asked, Samples samples, Direction direction) {
        try (Session session = inference.open(asked.version(), Operation.TRANSLATE)) {
            return translate(session, asked, samples, direction);
        }
    }

    public Translated translate(Session session, VersionAndSeed asked, Samples samples, Direction direction) {
        Rows x = session.units().toModel(samples, null);
        Rows there = session.call(Call.translate(direction), x);
        Rows back = session.callUnchecked(Call.translate(direction.opposite()), there);
        FiniteCheck.require(x, back);
        return new Translated(
                units(asked, direction.opposite()).toClient(there.values(), samples.labels()),
                units(asked, direction).toClient(back.values(), samples.labels()),
                meanAbsoluteErrors(x.values(), back.values(), samples.count()));
    }

    /** Of the domain that a direction starts from. */
    public static Units units(VersionAndSeed asked, Direction from) {
        return Units.ofDomain(asked.version().description(), from == Direction.A_TO_B ? 0 : 1);
    }

    private static double[] meanAbsoluteErrors(float[] x, float[] back, int count) {
        int size = x.length / count;
        double[] errors = new double[count];
        for (int i = 0; i < x.length; i++) {
            errors[i / size] += Math.abs((double) x[i] - back[i]) / size;
        }
        return errors;
    }

    /**
     * Samples on the other side.
     *
     * @param back what comes of them on the way back
     * @param cycleError mean ‖F(G(x)) − x‖₁ of a value, for each sample
     */
    public record Translated(SampleData samples, SampleData back, double[] cycleError) {}
}
