package dev.latent.exchange.csv;

/** A column without a name in front of the others, which may hold nothing but row numbers, each one more than the last. */
final class RowNumbers {
    private static final long NONE = Long.MIN_VALUE;

    private boolean expected;
    private long last = NONE;

    void expect(boolean whether) {
        expected = whether;
    }

    /** @throws UnclearCsv if the column holds something else */
    void see(String text, String place) throws UnclearCsv {
        if (!expected) {
            return;
        }
        if (!text.matches("\\d{1,18}") || last != NONE && Long.parseLong(text) != last + 1) {
            throw new UnclearCsv(place + ": the first column has no name, and '" + NumberStyle.shortened(text)
                    + "' is not the next row number; name the column in the first line, or leave it out");
        }
        last = Long.parseLong(text);
    }
}
