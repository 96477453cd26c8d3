package dev.latent.dataset.source.csv;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.reading.ColumnType;
import dev.latent.exchange.csv.DerivedField;
import dev.latent.sample.Derivation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of one column of a file are like. */
final class FieldScan {
    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_FAULTS = 5;
    /** So many rows a category at least; else the texts are of their rows. */
    private static final int ROWS_A_CATEGORY = 2;

    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("[-+]?([.,]?\\d.*|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final Set<String> texts = new TreeSet<>();
    private final Set<Integer> hashes = new HashSet<>();
    private final List<DatasetRefused> faults = new ArrayList<>();
    private long rows;
    private long missing;
    private long numbers;
    private long words;
    private long likeNumbers;
    private long dates;
    private double sum;
    private double seconds;
    private boolean repeats;

    FieldScan(String name) {
        this.name = name;
    }

    /** @param number as Java reads it, null for a field that holds none @param fault what is wrong with it then */
    void see(String field, @Nullable Double number, Supplier<@Nullable DatasetRefused> fault) {
        rows++;
        String text = field.strip();
        if (number == null && DerivedField.isMissing(text)) {
            missing++;
            return;
        }
        if (texts.size() <= MOST_CATEGORIES) {
            texts.add(text);
        }
        if (number != null) {
            numbers++;
            sum += number;
            return;
        }
        seeWord(text);
        if (faults.size() < MOST_FAULTS) {
            DatasetRefused refused = fault.get();
            if (refused != null) {
                faults.add(refused);
            }
        }
    }

    private void seeWord(String text) {
        words++;
        likeNumbers += LIKE_A_NUMBER.matcher(text).matches() ? 1 : 0;
        if (hashes.size() < MOST_REMEMBERED) {
            repeats |= !hashes.add(text.hashCode());
        }
        if (dates == words - 1) {
            double time = DerivedField.seconds(text);
            dates += Double.isNaN(time) ? 0 : 1;
            seconds += Double.isNaN(time) ? 0 : time;
        }
    }

    /** What they are; null where that is not clear. */
    @Nullable
    ColumnType recognized() {
        if (numbers == 0 && words == 0) {
            return ColumnType.IGNORE;
        }
        if (words == 0) {
            return ColumnType.NUMBER;
        }
        if (dates == words && numbers == 0) {
            return ColumnType.DATE_TIME;
        }
        if (numbers > 0 || likeNumbers == words) {
            return null;
        }
        if (texts.size() <= MOST_CATEGORIES && rows >= (long) ROWS_A_CATEGORY * texts.size()) {
            return texts.size() == 2 ? ColumnType.BOOLEAN : ColumnType.CATEGORY;
        }
        return repeats ? ColumnType.TEXT : ColumnType.ID;
    }

    /** Whether all fields are numbers. */
    boolean isPlain() {
        return numbers == rows;
    }

    /** Fields that are no numbers, the first of them. */
    List<DatasetRefused> faults() {
        return faults;
    }

    /** What can't be of this type; null where it can. */
    @Nullable
    String objection(ColumnType type) {
        if (type.isCategory() && texts.size() > MOST_CATEGORIES) {
            return "has more than " + MOST_CATEGORIES + " categories";
        }
        if (type == ColumnType.DATE_TIME && (numbers > 0 || dates < words)) {
            return "holds what is no date, as 2024-05-31, and behind that perhaps 23:59:59";
        }
        return type == ColumnType.BOOLEAN && texts.size() > 2 ? "has more than two values" : null;
    }

    /** The columns that are made of it; an element is null for a file's own numbers. */
    List<@Nullable Derivation> derivations(ColumnType type) {
        List<@Nullable Derivation> made = new ArrayList<>();
        if (type == ColumnType.NUMBER) {
            made.add(missing == 0 ? null : Derivation.number(name, sum / Math.max(1, numbers)));
        } else if (type == ColumnType.DATE_TIME) {
            made.add(Derivation.time(name, missing == 0 ? null : (Double) (seconds / Math.max(1, dates))));
        } else if (type.isCategory()) {
            texts.forEach(text -> made.add(Derivation.category(name, text)));
            made.add(Derivation.other(name, List.copyOf(texts)));
        }
        if (missing > 0 && !made.isEmpty()) {
            made.add(Derivation.missing(name));
        }
        return made;
    }

    /** What it is taken for, in words; null for numbers. */
    @Nullable
    String note(ColumnType type, boolean said) {
        String gaps = missing == 0 ? "" : ", " + missing + " of them missing";
        String option = said ? "" : "; columns={\"" + name + "\": …} takes it otherwise";
        return switch (type) {
            case NUMBER -> missing == 0 ? null : "'" + name + "' holds numbers" + gaps;
            case CATEGORY, BOOLEAN -> "'" + name + "' holds " + texts.size() + " categories" + gaps + option;
            case DATE_TIME -> "'" + name + "' holds dates, taken as seconds since 1970" + gaps + option;
            case TEXT -> "'" + name + "' holds texts and is left out" + option;
            case ID -> "'" + name + "' holds texts that are all different and is left out" + option;
            case IGNORE -> "'" + name + "' " + (said ? "is left out" : "holds nothing and is left out");
        };
    }

    /** What a column that is made of it is called. */
    static String name(String field, @Nullable Derivation how) {
        if (how == null || !how.indicates()) {
            return field;
        }
        return switch (how.kind()) {
            case CATEGORY -> field + "=" + how.categories().get(0);
            case OTHER -> field + "=(other)";
            default -> field + "=(missing)";
        };
    }
}
