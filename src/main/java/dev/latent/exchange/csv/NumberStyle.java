package dev.latent.exchange.csv;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a text writes its numbers.
 *
 * @param decimal the sign before a fraction, point or comma; the other one may stand between thousands
 * @param sure whether 1.234 and 1,234 leave no doubt: the text has numbers that can be read in one way only, or it was
 *     said
 * @param spaced whether blanks may stand between thousands, which they can't where they may separate columns
 */
record NumberStyle(char decimal, boolean sure, boolean spaced) {
    private static final String BLANKS = " \u00A0\u2009\u202F";
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
    private static final Pattern SIMPLE = Pattern.compile("[-+]?(?:\\d+([.,])?\\d*|([.,])\\d+)(?:[eE][-+]?\\d+)?");
    /** Sign, thousands, what stands between them, fraction. */
    private static final Pattern GROUPED =
            Pattern.compile("([-+]?)(\\d{1,3}([.,'\u2019" + BLANKS + "])\\d{3}(?:\\3\\d{3})*)([.,]\\d*)?");

    /** One and a quarter, or one and a quarter thousand. */
    private static final Pattern ONE_OR_OTHER = Pattern.compile("[-+]?\\d{1,3}[.,]\\d{3}");

    private static final Pattern TOO_LARGE = Pattern.compile("[-+]?[\\d.,]+([eE][-+]?\\d+)?");

    private static final String WORDS =
            "; words and dates are not taken among numbers: leave the column out, or turn it into numbers";

    /**
     * @param linesBefore the text, for messages
     * @param said point or comma, or null to look
     */
    static NumberStyle of(String start, int linesBefore, char separator, CsvHints hints) throws UnclearCsv {
        List<CSVRecord> lines = Separator.lines(start, separator);
        boolean spaced = !lines.isEmpty() && lines.get(0).size() > 1;
        if (hints.decimal() != null) {
            return new NumberStyle(hints.decimal(), true, spaced);
        }
        NumberEvidence evidence = new NumberEvidence();
        for (CSVRecord line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            for (int column = 0; column < line.size(); column++) {
                evidence.see(line.get(column), linesBefore + line.getRecordNumber(), column);
            }
        }
        return new NumberStyle(evidence.decimal(separator), evidence.isSure(), spaced);
    }

    /** Point or comma where a number can be read only with that before its fraction; null where it tells nothing. */
    static @Nullable Character surelyDecimal(String number) {
        Matcher grouped = GROUPED.matcher(number);
        if (!grouped.matches()) {
            Matcher simple = SIMPLE.matcher(number);
            return simple.matches() ? sign(simple) : null;
        }
        char between = grouped.group(3).charAt(0);
        String fraction = grouped.group(4);
        if (between != '.' && between != ',') {
            return fraction == null ? null : (Character) fraction.charAt(0);
        }
        boolean several = grouped.group(2).indexOf(between) != grouped.group(2).lastIndexOf(between);
        if (several || fraction != null && fraction.charAt(0) != between) {
            return between == '.' ? ',' : '.';
        }
        return grouped.group(2).startsWith("0") ? (Character) between : null;
    }

    private static @Nullable Character sign(Matcher simple) {
        String sign = simple.group(1) == null ? simple.group(2) : simple.group(1);
        return sign == null ? null : (Character) sign.charAt(0);
    }

    /** A number as Java reads it; null if this is none, or could be two. */
    @Nullable
    String plain(String text) {
        if (decimal == '.' && DecimalText.is(text)) {
            return text;
        }
        String ascii = text.replace('\u2212', '-');
        Matcher simple = SIMPLE.matcher(ascii);
        if (simple.matches()) {
            Character sign = sign(simple);
            if (sign == null || sign == decimal) {
                return ascii.replace(decimal, '.');
            }
        }
        return ungrouped(ascii);
    }

    /** Whether a text is a number, be it infinite. */
    boolean reads(String text) {
        try {
            String plain = plain(text);
            return plain != null && !Double.isNaN(Double.parseDouble(plain));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Without the signs between thousands. */
    private @Nullable String ungrouped(String text) {
        Matcher matcher = GROUPED.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        char between = matcher.group(3).charAt(0);
        String fraction = matcher.group(4) == null ? "" : matcher.group(4);
        boolean possible = BLANKS.indexOf(between) >= 0 ? spaced : between != decimal;
        boolean fitting = fraction.isEmpty() || fraction.charAt(0) == decimal;
        boolean doubtful = !sure && (between == '.' || between == ',') && surelyDecimal(text) == null;
        return possible && fitting && !doubtful
                ? matcher.group(1) + matcher.group(2).replaceAll("\\D", "") + fraction.replace(decimal, '.')
                : null;
    }

    /** What a text is that is no number. @param place where it stands */
    UnclearCsv refusal(String place, String text) {
        String no = place + ": '" + shortened(text) + "' is no finite number";
        if (DerivedField.isMissing(text)) {
            return new UnclearCsv(no + "; missing values are not taken: leave the row out, or fill it in");
        }
        Character other = surelyDecimal(text);
        if (other != null && other != decimal) {
            return new UnclearCsv(
                    no + " where fractions stand behind a " + (decimal == '.' ? "point" : "comma"),
                    "decimal=" + (decimal == '.' ? "comma" : "point") + " reads it");
        }
        if (!spaced && text.strip().contains(" ")) {
            return new UnclearCsv(no + "; columns are separated by commas, semicolons, tabs or bars, not by blanks");
        }
        return !sure && ONE_OR_OTHER.matcher(text).matches()
                ? new UnclearCsv(
                        place + ": '" + text + "' may be " + text.replaceAll("[.,]", "") + " or "
                                + text.replace(',', '.'),
                        "say which with decimal=point or decimal=comma")
                : new UnclearCsv(no + (TOO_LARGE.matcher(text).matches() ? "" : WORDS));
    }

    static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }
}
