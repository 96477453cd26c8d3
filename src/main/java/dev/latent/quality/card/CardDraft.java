package dev.latent.quality.card;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card that is being filled. */
public final class CardDraft {
    private final Effort effort;
    private final long seed;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();
    private final List<String> cautions = new ArrayList<>();
    private final List<Exhibit> exhibits = new ArrayList<>();
    private final List<QualityCard.Unmeasured> notMeasured = new ArrayList<>();

    public CardDraft(Effort effort, long seed) {
        this.effort = effort;
        this.seed = seed;
    }

    public Effort effort() {
        return effort;
    }

    public long seed() {
        return seed;
    }

    public void add(Figure figure) throws NotMeasurable {
        requireFinite(figure.name(), figure.value());
        if (figure.reference() != null) {
            requireFinite(
                    "what " + figure.name() + " is read beside",
                    figure.reference().value());
        }
        figures.add(figure);
    }

    public void add(Table table) throws NotMeasurable {
        for (List<Object> row : table.rows()) {
            for (Object cell : row) {
                if (cell instanceof Double value) {
                    requireFinite("a number of the table " + table.name(), value);
                }
            }
        }
        tables.add(table);
    }

    /** JSON knows no other numbers. */
    private static void requireFinite(String what, double value) throws NotMeasurable {
        if (!Double.isFinite(value)) {
            throw new NotMeasurable(what + " is " + value);
        }
    }

    public void show(Exhibit exhibit) {
        exhibits.add(exhibit);
    }

    /** The model does no better than what takes no training. @param sentence says so with the figures */
    public void losesTo(String sentence) {
        verdicts.add(sentence);
    }

    /** Some figures can't be relied on. @param sentence says which, and why */
    public void caution(String sentence) {
        if (!cautions.contains(sentence)) {
            cautions.add(sentence);
        }
    }

    /** What it loses to, in one sentence; null where it beats all that it was compared with. */
    public @Nullable String verdict() {
        return verdicts.isEmpty() ? null : String.join("; ", verdicts) + ".";
    }

    /** Null where there are none. */
    public @Nullable List<String> cautions() {
        return cautions.isEmpty() ? null : List.copyOf(cautions);
    }

    public void notMeasured(String measure, String reason) {
        notMeasured.add(new QualityCard.Unmeasured(measure, reason));
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public List<Table> tables() {
        return List.copyOf(tables);
    }

    public List<Exhibit> exhibits() {
        return List.copyOf(exhibits);
    }

    public List<QualityCard.Unmeasured> unmeasured() {
        return List.copyOf(notMeasured);
    }
}
