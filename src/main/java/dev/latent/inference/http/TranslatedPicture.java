package dev.latent.inference.http;

import dev.latent.image.ImageGrid;
import dev.latent.image.Png;
import dev.latent.inference.operation.Translation.Translated;
import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;

/** {@code GET …/translated} as a picture: a row each of originals, translations and what comes back of them. */
final class TranslatedPicture {
    private TranslatedPicture() {}

    static byte[] draw(SampleData originals, Translated translated) {
        Samples rows = ((Samples) originals)
                .followedBy((Samples) translated.samples())
                .followedBy((Samples) translated.back());
        return Png.encode(ImageGrid.ofColumns(originals.count()).draw(rows));
    }
}
