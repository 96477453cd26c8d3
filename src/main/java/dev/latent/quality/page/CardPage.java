package dev.latent.quality.page;

import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.image.Picture;
import dev.latent.quality.card.Exhibit;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.QualityCard;
import dev.latent.quality.card.Table;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A card as a picture: its figures, tables, samples and the curves of its training. */
public final class CardPage {
    private static final int WIDTH = 960;
    private static final int MARGIN = 32;
    private static final int GAP = 12;
    private static final int LISTED_ROWS = 20;

    private final List<Block> blocks = new ArrayList<>();

    private final int margin;

    private CardPage(int margin) {
        this.margin = margin;
    }

    /** @param title what the card is of @param curves of the losses, or none */
    public static Picture draw(String title, QualityCard card, List<Exhibit> exhibits, List<Curve> curves) {
        CardPage page = new CardPage(MARGIN);
        page.head(title, card);
        if (card.verdict() != null) {
            page.blocks.add(TextBlock.heading(card.verdict()));
        }
        if (card.cautions() != null) {
            card.cautions().forEach(caution -> page.blocks.add(TextBlock.note(caution)));
        }
        page.figures(card.figures());
        card.tables().forEach(page::table);
        exhibits.forEach(page::exhibit);
        if (!curves.isEmpty()) {
            page.blocks.add(TextBlock.heading("losses by step"));
            page.blocks.add(new CurvesBlock(curves));
        }
        card.notMeasured()
                .forEach(unmeasured -> page.blocks.add(
                        TextBlock.note("not measured: " + unmeasured.measure() + " (" + unmeasured.reason() + ")")));
        return page.picture();
    }

    /** Curves alone. @param note what the axes are */
    public static Picture curves(String title, String note, List<Curve> curves) {
        CardPage page = new CardPage(MARGIN);
        page.blocks.add(TextBlock.title(title));
        page.blocks.add(TextBlock.note(note));
        page.blocks.add(new CurvesBlock(curves));
        return page.picture();
    }

    /** Curves to be put on a page. */
    public static Picture curves(List<Curve> curves) {
        CardPage page = new CardPage(0);
        page.blocks.add(new CurvesBlock(curves));
        return page.picture();
    }

    private void head(String title, QualityCard card) {
        String datasets = card.datasets().stream().map(DatasetReference::name).collect(Collectors.joining(" and "));
        blocks.add(TextBlock.title(title));
        blocks.add(TextBlock.note("%s on %s, measured %s by version %s in %.0f s, seed %d"
                .formatted(
                        card.family(),
                        datasets,
                        card.measuredAt().truncatedTo(ChronoUnit.SECONDS),
                        Objects.requireNonNullElse(card.measuredBy(), "unknown"),
                        card.seconds(),
                        card.seed())));
        QualityCard.ClassifierNote classifier = card.classifier();
        if (classifier != null) {
            blocks.add(TextBlock.note("classifier %s of %s: %.2f%% of %d test samples right; %s"
                    .formatted(
                            Objects.requireNonNullElse(classifier.weights(), ""),
                            classifier.dataset(),
                            100 * classifier.testAccuracy(),
                            classifier.n(),
                            classifier.method())));
        }
    }

    private void figures(List<Figure> figures) {
        blocks.add(new GridBlock(
                List.of("figure", "value", "better", "beside", "", "n", "method"),
                figures.stream().map(CardPage::row).toList()));
    }

    private static List<String> row(Figure figure) {
        Figure.Reference reference = figure.reference();
        String error = figure.standardError() == null ? "" : " ± " + Numbers.text(figure.standardError());
        return List.of(
                figure.name(),
                Numbers.text(figure.value()) + error,
                figure.better().id(),
                reference == null ? "" : Numbers.text(reference.value()),
                reference == null ? "" : reference.meaning(),
                String.valueOf(figure.n()),
                shortened(figure.method()));
    }

    /** The whole text is in the JSON. */
    private static String shortened(String text) {
        return text.length() > 42 ? text.substring(0, 41) + "…" : text;
    }

    private void table(Table table) {
        blocks.add(TextBlock.heading(table.name()));
        blocks.add(TextBlock.note("n " + table.n() + ", seed " + table.seed() + "; " + table.method()));
        blocks.add(new GridBlock(
                table.columns(),
                table.rows().stream()
                        .limit(LISTED_ROWS)
                        .map(row -> row.stream().map(Numbers::of).toList())
                        .toList()));
    }

    private void exhibit(Exhibit exhibit) {
        blocks.add(TextBlock.heading(exhibit.caption()));
        blocks.add(new PictureBlock(exhibit.picture()));
    }

    private Picture picture() {
        int width = WIDTH + 2 * margin;
        int height = 2 * margin
                + blocks.stream().mapToInt(block -> block.height() + GAP).sum();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, width, height);
        on.translate(margin, margin);
        for (Block block : blocks) {
            block.draw(on, WIDTH);
            on.translate(0, block.height() + GAP);
        }
        on.dispose();
        return toPicture(image);
    }

    private static Picture toPicture(BufferedImage image) {
        int[] values = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] pixels = new byte[values.length * 3];
        for (int i = 0; i < values.length; i++) {
            pixels[3 * i] = (byte) (values[i] >> 16);
            pixels[3 * i + 1] = (byte) (values[i] >> 8);
            pixels[3 * i + 2] = (byte) values[i];
        }
        return new Picture(3, image.getHeight(), image.getWidth(), pixels);
    }
}
