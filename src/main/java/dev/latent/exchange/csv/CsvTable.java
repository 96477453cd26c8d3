package dev.latent.exchange.csv;

import dev.latent.sample.Derivation;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV text read line by line, however it is written, as far as that is beyond doubt: separated by commas, semicolons,
 * tabs or bars, in UTF-8 or UTF-16, with points or commas before fractions and signs between thousands, behind comments,
 * with row numbers in front, with separators at the ends of lines, or with empty lines at its end.
 */
public final class CsvTable implements Closeable {
    private final BoundedLines reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> lines;
    private final Preamble preamble;
    private final char separator;
    private final NumberStyle numbers;
    private final CsvHeader header;
    private final RowNumbers rowNumbers = new RowNumbers();
    private @Nullable CSVRecord ahead;
    private @Nullable CSVRecord line;
    private long emptyLines;
    private boolean grouped;

    private CsvTable(BufferedReader text, CsvHints hints) throws IOException {
        preamble = Preamble.read(text);
        String start = CsvText.start(text);
        separator = separator(start, hints);
        numbers = NumberStyle.of(start, preamble.lines(), separator, hints);
        reader = new BoundedLines(text);
        parser = Separator.format(separator).parse(reader);
        lines = parser.iterator();
        CSVRecord first = read();
        if (first == null) {
            throw new UnclearCsv("the file is empty");
        }
        header = header(first, hints);
        rowNumbers.expect(header.first() > 0);
    }

    /**
     * @param text which is closed with this
     * @throws UnclearCsv if it can't be read, or in more than one way
     */
    public static CsvTable open(InputStream text, CsvHints hints) throws IOException {
        try {
            return new CsvTable(CsvText.decoded(text, hints.encoding()), hints);
        } catch (CharacterCodingException e) {
            text.close();
            throw CsvText.undecodable();
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    private char separator(String start, CsvHints hints) throws UnclearCsv {
        if (hints.separator() != null) {
            return hints.separator();
        }
        return preamble.separator() == null ? Separator.of(start) : preamble.separator();
    }

    private CsvHeader header(CSVRecord first, CsvHints hints) throws IOException {
        boolean isNumbers = first.stream().allMatch(numbers::reads);
        CSVRecord comment = isNumbers && hints.header() == null ? namingComment(first) : null;
        if (comment != null || Boolean.FALSE.equals(hints.header())) {
            ahead = first;
            return comment == null ? CsvHeader.ofNameless(first) : CsvHeader.of(comment);
        }
        if (isNumbers && hints.header() == null) {
            throw new UnclearCsv(
                    "the first line must name the columns, it holds numbers",
                    "header=false reads it as a row, of columns without names");
        }
        return CsvHeader.of(first);
    }

    /** NumPy names the columns in a comment. */
    private @Nullable CSVRecord namingComment(CSVRecord first) throws IOException {
        if (preamble.comment() == null) {
            return null;
        }
        try (CSVParser comment = Separator.format(separator).parse(new StringReader(preamble.comment()))) {
            return comment.stream()
                    .findFirst()
                    .filter(names -> names.size() == first.size()
                            && names.stream().noneMatch(name -> name.isEmpty() || numbers.reads(name)))
                    .orElse(null);
        }
    }

    /** Lets a first column without a name hold anything. */
    public void leaveOutRowNumbers() {
        rowNumbers.expect(false);
    }

    public CsvHeader header() {
        return header;
    }

    /** Goes to the next row; false after the last. @throws UnclearCsv if it can't be read */
    public boolean next() throws IOException {
        CSVRecord read = ahead == null ? read() : ahead;
        ahead = null;
        while (read != null && isEmpty(read)) {
            emptyLines++;
            line = read;
            read = read();
        }
        if (read != null && emptyLines > 0) {
            throw new UnclearCsv("a line before " + place() + " holds nothing but separators; leave it out");
        }
        line = read;
        if (read == null) {
            return false;
        }
        if (!header.fits(read)) {
            throw new UnclearCsv(place() + " has " + read.size() + " fields, the header has " + header.fields());
        }
        rowNumbers.see(read.get(0), place());
        return true;
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.size() > 1 && record.stream().allMatch(String::isEmpty);
    }

    private @Nullable CSVRecord read() throws IOException {
        try {
            CSVRecord read = lines.hasNext() ? lines.next() : null;
            reader.endLine();
            return read;
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw cause instanceof CSVException ? unreadable(cause) : cause;
        } catch (IllegalStateException e) {
            throw unreadable(e);
        }
    }

    private UnclearCsv unreadable(Exception e) {
        return new UnclearCsv(
                "the CSV can't be read at " + place() + ": " + NumberStyle.shortened(String.valueOf(e.getMessage())));
    }

    /** Where this row stands: {@code line 7}. */
    public String place() {
        return "line " + (preamble.lines() + parser.getCurrentLineNumber());
    }

    /** A field of this row. @param column its index in the header's names */
    public String text(int column) {
        return Objects.requireNonNull(line, "next() is to be called first").get(header.first() + column);
    }

    /** A number of this row, as Java reads it; null if it is none. */
    public @Nullable String plain(int column) {
        return numbers.plain(text(column));
    }

    /**
     * A number of this row as the difference to an offset, exactly.
     *
     * @throws UnclearCsv if it is no finite number, or could be two
     */
    public double difference(int column, double offset) throws UnclearCsv {
        String text = text(column);
        String plain = numbers.plain(text);
        try {
            grouped |= plain != null && plain.length() < text.length();
            double difference = plain == null ? Double.NaN : DecimalText.difference(plain, offset);
            if (Double.isFinite(difference)) {
                return difference;
            }
        } catch (NumberFormatException e) {
            // told below, like a number that isn't finite
        }
        throw numbers.refusal(place() + ", column " + header.names().get(column), text);
    }

    /**
     * A number that is made of a field of this row, as the difference to an offset.
     *
     * @param how null for the number that it holds
     * @throws UnclearCsv if none can be made of it
     */
    public double difference(int column, double offset, @Nullable Derivation how) throws UnclearCsv {
        Double made = how == null ? null : DerivedField.difference(how, text(column), offset);
        if (made == null) {
            return difference(column, offset);
        }
        if (made.isNaN()) {
            throw new UnclearCsv(place() + ", column " + header.names().get(column) + ": '"
                    + NumberStyle.shortened(text(column))
                    + "' is no date; write 2024-05-31, and behind it perhaps 23:59:59");
        }
        return made;
    }

    /** How the text is written, where that is not the usual, in words; complete after the last row. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (separator != ',') {
            notes.add("columns are separated by " + Separator.words(separator));
        }
        if (numbers.decimal() == ',') {
            notes.add("numbers have decimal commas");
        }
        if (grouped) {
            notes.add("numbers have signs between thousands");
        }
        if (header.first() > 0) {
            notes.add("the first column has no name and holds row numbers; it was left out");
        }
        if (!header.named()) {
            notes.add("the columns have no names");
        }
        if (preamble.lines() > 0) {
            notes.add("lines before the table were left out: " + preamble.lines());
        }
        if (emptyLines > 0) {
            notes.add("lines at the end with nothing but separators were left out: " + emptyLines);
        }
        return notes;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
