package dev.latent.exchange.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;

/** A text whose lines are of some length at most; one without end would fill the memory. */
final class BoundedLines extends FilterReader {
    private static final int MOST_CHARACTERS = 1 << 22;

    private int sinceLine;

    BoundedLines(Reader in) {
        super(in);
    }

    /** A line is complete: the next one has its own room. */
    void endLine() {
        sinceLine = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (sinceLine > MOST_CHARACTERS) {
            throw UnclearCsv.tooLarge("a line is longer than " + MOST_CHARACTERS + " characters");
        }
        try {
            int read = super.read(target, offset, length);
            sinceLine += Math.max(0, read);
            return read;
        } catch (CharacterCodingException e) {
            throw CsvText.undecodable();
        }
    }
}
