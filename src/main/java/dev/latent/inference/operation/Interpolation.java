package dev.latent.inference.operation;

import dev.latent.family.Decodes;
import dev.latent.family.Encodes;
import dev.latent.family.Generates;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Rows.Column;
import dev.latent.inference.engine.SeededNoise;
import dev.latent.inference.engine.Session;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks from one code, or one class, to another. */
@Component
public class Interpolation {
    private final Inference inference;

    Interpolation(Inference inference) {
        this.inference = inference;
    }

    /** @param ends two samples to go between, or null between seeds or classes */
    public SampleData interpolate(VersionAndSeed asked, InterpolationQuery query, @Nullable Samples ends) {
        try (Session session = inference.open(asked.version(), Operation.INTERPOLATE)) {
            return switch (query.ends()) {
                case SEEDS -> betweenSeeds(session, query);
                case LABELS -> betweenLabels(session, asked.seed(), query);
                case SAMPLES -> betweenSamples(session, query, requireEnds(ends));
            };
        }
    }

    private static Samples requireEnds(@Nullable Samples ends) {
        if (ends == null) {
            throw new IllegalArgumentException("two samples are needed");
        }
        return ends;
    }

    private static SampleData betweenSeeds(Session session, InterpolationQuery query) {
        Generates generator = generator(session);
        float[] codes = query.pathOr(InterpolationPath.SPHERICAL)
                .walk(code(generator, query.fromSeed()), code(generator, query.toSeed()), query.steps());
        List<String> asked =
                query.label() != null ? List.of(query.label()) : generator.conditional() ? List.of("0") : List.of();
        int[] labels = Labels.inTurn(session, generator.conditional(), asked, query.steps());
        Rows rows = Rows.of(query.steps(), new int[] {generator.latentDimension()}, codes, labels);
        return session.units().toClient(session.call(Call.GENERATE, rows).values(), labels);
    }

    private static float[] code(Generates generator, Long seed) {
        return SeededNoise.of(seed, 0, 1).normal(generator.latentDimension());
    }

    private static SampleData betweenLabels(Session session, long seed, InterpolationQuery query) {
        Generates generator = generator(session);
        if (!generator.conditional()) {
            throw Problem.badParameter(
                    "fromLabel", "the model takes no labels; give fromSeed and toSeed in place of them");
        }
        int from = Labels.index(session, query.fromLabel(), "fromLabel");
        int to = Labels.index(session, query.toLabel(), "toLabel");
        float[] code = code(generator, seed);
        float[] codes = query.pathOr(InterpolationPath.LINEAR).walk(code, code, query.steps());
        float[] shares = shares(session, from, to, query);
        return mixed(session, Call.GENERATE_MIXED, query.steps(), codes, shares);
    }

    private static SampleData betweenSamples(Session session, InterpolationQuery query, Samples ends) {
        if (!session.can(Encodes.class) || !session.can(Decodes.class)) {
            throw Problem.badParameter(
                    "fromIndex", "the model can't encode samples; give fromSeed and toSeed in place of them");
        }
        boolean conditional = Codes.conditional(session);
        int[] labels = Labels.of(session, conditional, ends, LabelQuery.NONE);
        Rows encoded = session.call(Call.ENCODE, session.units().toModel(ends, labels));
        float[][] codes = encoded.columns().get(0).perRow();
        float[] walk = query.pathOr(InterpolationPath.LINEAR).walk(codes[0], codes[1], query.steps());
        if (labels != null) {
            float[] shares = shares(session, labels[0], labels[1], query);
            return mixed(session, Call.DECODE_MIXED, query.steps(), walk, shares);
        }
        Rows rows = Rows.of(query.steps(), new int[] {codes[0].length}, walk, null);
        return session.units().toClient(session.call(Call.DECODE, rows).values(), null);
    }

    private static SampleData mixed(Session session, Call call, int steps, float[] codes, float[] shares) {
        Column codeColumn = new Column(new int[] {codes.length / steps}, codes);
        Column shareColumn = new Column(new int[] {shares.length / steps}, shares);
        Rows rows = new Rows(steps, List.of(codeColumn, shareColumn), null);
        return session.units().toClient(session.call(call, rows).values(), null);
    }

    /** From all of one class to all of another. */
    private static float[] shares(Session session, int from, int to, InterpolationQuery query) {
        int classes = session.version().description().data().classes();
        float[][] shares = new float[2][classes];
        shares[0][from] = 1;
        shares[1][to] = 1;
        return InterpolationPath.LINEAR.walk(shares[0], shares[1], query.steps());
    }

    private static Generates generator(Session session) {
        if (!session.can(Generates.class)) {
            throw Problem.badParameter(
                    "fromSeed", "the model's codes can't be drawn; give fromIndex and toIndex of a dataset's samples");
        }
        return session.as(Generates.class);
    }
}
