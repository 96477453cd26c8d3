package dev.latent.inference.operation;

import dev.latent.family.Decodes;
import dev.latent.family.Generates;
import dev.latent.family.Operation;
import dev.latent.family.Reconstructs;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Session;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import org.springframework.stereotype.Component;

/** Between samples and their codes. */
@Component
public class Codes {
    private final Inference inference;

    Codes(Inference inference) {
        this.inference = inference;
    }

    /** Means and, where the code is a distribution, log variances. */
    public Rows encode(VersionAndSeed asked, Samples samples, LabelQuery beside) {
        try (Session session = inference.open(asked.version(), Operation.ENCODE)) {
            return encode(session, samples, beside, 0);
        }
    }

    /** @param first the index of the first sample */
    public Rows encode(Session session, Samples samples, LabelQuery beside, long first) {
        int[] labels = Labels.of(session, conditional(session), samples, beside, first);
        return session.call(Call.ENCODE, session.units().toModel(samples, labels));
    }

    /** How long a code is. */
    public int length(VersionAndSeed asked) {
        try (Session session = inference.open(asked.version(), Operation.DECODE)) {
            return session.as(Decodes.class).latentDimension();
        }
    }

    /** @param codes vectors, with labels or beside them where the model takes some */
    public SampleData decode(VersionAndSeed asked, Samples codes, LabelQuery beside) {
        try (Session session = inference.open(asked.version(), Operation.DECODE)) {
            return decode(session, codes, beside, 0);
        }
    }

    /** @param first the index of the first code */
    public SampleData decode(Session session, Samples codes, LabelQuery beside, long first) {
        int[] labels = Labels.of(session, conditional(session), codes, beside, first);
        int[] shape = new SampleShape.Vector(codes.shape().size()).dimensions();
        Rows rows = Rows.of(codes.count(), shape, codes.values(), labels);
        return session.units().toClient(session.call(Call.DECODE, rows).values(), labels);
    }

    /** Whether codes are of samples given their labels. */
    static boolean conditional(Session session) {
        return session.can(Reconstructs.class) && session.as(Reconstructs.class).conditional()
                || session.can(Generates.class) && session.as(Generates.class).conditional();
    }
}
