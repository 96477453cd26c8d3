package dev.latent.inference.operation;

import dev.latent.family.FindsNoise;
import dev.latent.family.PictureDenoiser;
import dev.latent.family.PictureDenoiser.Denoised;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Rows.Column;
import dev.latent.inference.engine.Session;
import dev.latent.sample.SampleShape.Image;
import dev.latent.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Denoises pictures of any size by what a model finds in them. */
record PictureCleaning(Session session, FindsNoise model) implements PictureDenoiser.Finder {
    static PictureCleaning of(Session session) {
        return new PictureCleaning(session, session.as(FindsNoise.class));
    }

    /** @param level of the noise of all of them, or null to have that of each estimated */
    Cleaned clean(Samples noisy, @Nullable Double level) {
        PictureDenoiser denoiser = denoiser();
        float[] cleaned = new float[noisy.values().length];
        double[] levels = model.levels() == null ? null : new double[noisy.count()];
        for (int i = 0; i < noisy.count(); i++) {
            Denoised one = denoiser.denoise(noisy.sample(i), (Image) noisy.shape(), level);
            System.arraycopy(one.values(), 0, cleaned, i * one.values().length, one.values().length);
            if (levels != null && one.level() != null) {
                levels[i] = one.level();
            }
        }
        return new Cleaned(session.units().unclipped(noisy.shape(), cleaned, noisy.labels()), levels);
    }

    PictureDenoiser denoiser() {
        return new PictureDenoiser(model.levels(), model.windowSide(), this);
    }

    @Override
    public float[] noise(float[] picture, Image shape, @Nullable Float level) {
        return new HaloTiles(shape, model.reach()).map(picture, (tile, ofTile) -> {
            List<Column> columns = new ArrayList<>(List.of(new Column(ofTile.dimensions(), tile)));
            if (level != null) {
                columns.add(new Column(new int[0], new float[] {level}));
            }
            return session.call(Call.FIND_NOISE, new Rows(1, columns, null)).values();
        });
    }

    @Override
    public float[] levels(float[] windows, Image window) {
        int count = windows.length / window.size();
        return session.call(Call.NOISE_LEVEL, Rows.of(count, window.dimensions(), windows, null))
                .values();
    }
}
