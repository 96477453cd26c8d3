package dev.latent.quality.card;

import dev.latent.family.Json;
import dev.latent.image.PictureReader;
import dev.latent.image.Png;
import dev.latent.image.UnreadablePicture;
import dev.latent.quality.page.CardPage;
import dev.latent.quality.page.Curve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/** The page of a version's card, as a PNG. */
public final class CardPicture {
    private static final PictureReader SAMPLES = new PictureReader(1 << 22);

    private CardPicture() {}

    /**
     * The page of a card that came alone, with what the version's folder holds to be shown.
     *
     * @param title what the card is of
     * @param card {@code quality.json}
     * @param version its folder
     * @throws IOException if it is no card
     */
    public static byte[] draw(String title, byte[] card, Path version) throws IOException {
        try {
            QualityCard read = Json.MAPPER.readValue(card, QualityCard.class);
            return draw(title, read, samples(version.resolve("samples.png")), version);
        } catch (JacksonException | NullPointerException e) {
            throw new IOException("its quality.json is no card", e);
        }
    }

    public static byte[] draw(String title, QualityCard card, List<Exhibit> exhibits, Path version) throws IOException {
        List<Curve> losses = LossCurves.read(version.resolve("losses.csv"));
        return Png.encode(CardPage.draw(title, card, exhibits, losses));
    }

    /** What the training drew at its end; none where that is missing or no picture. */
    private static List<Exhibit> samples(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return List.of(new Exhibit(
                    "at the end of the training",
                    SAMPLES.read(Files.readAllBytes(file)).picture()));
        } catch (UnreadablePicture e) {
            return List.of();
        }
    }
}
