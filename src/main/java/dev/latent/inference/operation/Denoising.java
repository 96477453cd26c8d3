package dev.latent.inference.operation;

import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.family.FindsNoise;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Session;
import dev.latent.inference.engine.Shapes;
import dev.latent.inference.engine.Units;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.SampleShape.Image;
import dev.latent.sample.Samples;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Removes noise from samples, and shows how well on samples that it corrupts first. */
@Component
public class Denoising {
    private final Inference inference;

    Denoising(Inference inference) {
        this.inference = inference;
    }

    /**
     * Samples of the model's shape, or larger images, which are denoised in overlapping tiles; images of any size by a model
     * that finds their noise.
     *
     * @param level of the noise, or null where it is not known
     * @return pixels that may lie outside of [0,1], as those of the noisy ones may
     * @throws Problem 400 for a level that the model can't be told
     */
    public Cleaned denoise(VersionAndSeed asked, Samples noisy, @Nullable Double level) {
        try (Session session = inference.open(asked.version(), Operation.DENOISE)) {
            return denoise(session, noisy, level);
        }
    }

    /** Whether the model is told how strong noise is, or estimates it. */
    public boolean tellsLevels(VersionAndSeed asked) {
        try (Session session = inference.open(asked.version(), Operation.DENOISE)) {
            return tellsLevels(session);
        }
    }

    private static boolean tellsLevels(Session session) {
        return session.can(FindsNoise.class) && session.as(FindsNoise.class).levels() != null;
    }

    public Cleaned denoise(Session session, Samples noisy, @Nullable Double level) {
        if (level != null && !tellsLevels(session)) {
            throw Problem.badParameter(
                    "level",
                    session.version().title() + " is not told how strong noise is; leave level out. One is that was"
                            + " trained on pictures of at least 64 × 64 pixels with gaussian noise alone");
        }
        return session.can(FindsNoise.class)
                ? PictureCleaning.of(session).clean(noisy, level)
                : new Cleaned(withCode(session, noisy), null);
    }

    private static SampleData withCode(Session session, Samples noisy) {
        Units units = session.units();
        if (noisy.shape().equals(units.shape())) {
            Rows rows = units.toModel(noisy, null);
            return units.unclipped(
                    units.shape(), session.call(Call.DENOISE, rows).values(), noisy.labels());
        }
        return denoiseTiled(session, noisy, tiles(units.shape(), noisy.shape()));
    }

    private static SampleData denoiseTiled(Session session, Samples noisy, Tiles tiles) {
        float[] denoised = new float[noisy.values().length];
        for (int i = 0; i < noisy.count(); i++) {
            Rows rows = Rows.of(tiles.count(), tiles.tile().dimensions(), tiles.cut(noisy.sample(i)), null);
            float[] whole = tiles.join(session.call(Call.DENOISE, rows).values());
            System.arraycopy(whole, 0, denoised, i * whole.length, whole.length);
        }
        return session.units().unclipped(noisy.shape(), denoised, noisy.labels());
    }

    private static Tiles tiles(SampleShape model, SampleShape samples) {
        if (model instanceof Image tile
                && samples instanceof Image whole
                && whole.channels() == tile.channels()
                && whole.height() >= tile.height()
                && whole.width() >= tile.width()) {
            return new Tiles(tile, whole);
        }
        throw Problem.invalid(
                "#/shape",
                "the model denoises images of " + Shapes.inWords(model) + " or larger, not of "
                        + Shapes.inWords(samples));
    }

    /** @param first the index of the first sample: each index has noise of its own */
    public Denoised demonstrate(VersionAndSeed asked, SampleData ofDataset, Corruption corruption, int first) {
        Units units = Units.of(asked.version().description());
        SampleData clean = units.arranged(ofDataset);
        Samples seen = units.fromClient(clean);
        Range range = clean.shape().isImage() ? Range.PIXELS : Range.COLUMNS;
        float[] corrupted = new Corruptor(corruption, range, asked.seed())
                .apply(seen.values(), clean.shape().size(), first);
        SampleData noisy = units.toClient(corrupted, clean.labels());
        SampleData denoised =
                within(denoise(asked, seen.withValues(corrupted), null).samples());
        return new Denoised(clean, noisy, denoised, scores(clean, noisy, denoised));
    }

    private static SampleData within(SampleData denoised) {
        return denoised instanceof Samples samples && samples.shape().isImage() ? samples.clipped() : denoised;
    }

    private static List<Denoised.Score> scores(SampleData clean, SampleData noisy, SampleData denoised) {
        return IntStream.range(0, clean.count())
                .mapToObj(i -> Denoised.Score.of(i, clean, noisy, denoised))
                .toList();
    }
}
