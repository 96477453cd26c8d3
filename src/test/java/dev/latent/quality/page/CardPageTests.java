package dev.latent.quality.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.image.Lettering;
import dev.latent.image.Picture;
import dev.latent.quality.card.Exhibit;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.Figure.Better;
import dev.latent.quality.card.QualityCard;
import dev.latent.quality.card.Table;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardPageTests {
    private static final Figure FIGURE = new Figure(
            "frechetDistance", 4.79, null, Better.LOWER, 5000, 1, "features", new Figure.Reference(2.3, "test split"));

    @Test
    void everyFigureTableAndPictureTakesItsPlace() {
        int bare = draw(card(List.of(), List.of()), List.of()).height();
        int withFigure = draw(card(List.of(FIGURE), List.of()), List.of()).height();
        Table table = new Table("noise", 10, 1, "how", List.of("kind", "psnr"), List.of(List.of("gaussian", 20.1)));
        int withTable = draw(card(List.of(FIGURE), List.of(table)), List.of()).height();
        Exhibit exhibit = new Exhibit("samples", new Picture(1, 50, 40, new byte[2000]));
        int withPicture =
                draw(card(List.of(FIGURE), List.of(table)), List.of(exhibit)).height();

        assertThat(withFigure).isGreaterThan(bare);
        assertThat(withTable).isGreaterThan(withFigure);
        assertThat(withPicture).isGreaterThanOrEqualTo(withTable + 50);
    }

    @Test
    void aPictureIsShownPixelByPixel() {
        byte[] red = new byte[3 * 30 * 20];
        for (int i = 0; i < red.length; i += 3) {
            red[i] = (byte) 255;
        }

        Picture page = draw(card(List.of(), List.of()), List.of(new Exhibit("red", new Picture(3, 30, 20, red))));

        assertThat(pixelsOf(page, 0xFF0000)).isEqualTo(600);
    }

    @Test
    void lettersAreDrawnWithoutTheSystemsFonts() {
        assertThat(pixelsOf(draw(card(List.of(FIGURE), List.of()), List.of()), 0x222222))
                .isGreaterThan(100);
        assertThat(Lettering.width("wider than", 12)).isGreaterThan(Lettering.width("it", 12));
    }

    @Test
    void numbersShowFourDigits() {
        assertThat(Numbers.text(0.0095913)).isEqualTo("0.009591");
        assertThat(Numbers.text(105.92380)).isEqualTo("105.9");
        assertThat(Numbers.text(10)).isEqualTo("10");
        assertThat(Numbers.text(123_456)).isEqualTo("123500");
        assertThat(Numbers.text(Double.NaN)).isEqualTo("NaN");
    }

    private static Picture draw(QualityCard card, List<Exhibit> exhibits) {
        Curve curve = new Curve("loss", new double[] {1, 2}, new double[] {3, 1});
        return CardPage.draw("model, version 1", card, exhibits, List.of(curve));
    }

    private static long pixelsOf(Picture page, int colour) {
        long count = 0;
        for (int i = 0; i < page.pixels().length; i += 3) {
            int found =
                    (page.pixels()[i] & 0xFF) << 16 | (page.pixels()[i + 1] & 0xFF) << 8 | page.pixels()[i + 2] & 0xFF;
            count += found == colour ? 1 : 0;
        }
        return count;
    }

    private static QualityCard card(List<Figure> figures, List<Table> tables) {
        return new QualityCard(
                QualityCard.FORMAT_VERSION,
                "wgan",
                List.of(new DatasetReference("digits", "0")),
                5000,
                1,
                "test",
                Instant.EPOCH,
                "test",
                1,
                null,
                figures,
                tables,
                List.of());
    }
}
