package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/** The text of a CSV file in UTF-8. A record without end, which would fill the memory, is refused. */
final class BoundedRecords extends FilterReader {
    private static final int MOST_CHARACTERS = 1 << 22;
    private static final int HEADER_CHARACTERS = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String path;
    private int sinceRecord;

    private BoundedRecords(BufferedReader in, String path) {
        super(in);
        this.path = path;
    }

    static BoundedRecords open(SourceFile file) throws IOException {
        try {
            BufferedReader text = new BufferedReader(
                    new InputStreamReader(Unpacked.open(file).in(), StandardCharsets.UTF_8.newDecoder()));
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return new BoundedRecords(text, file.path());
        } catch (CharacterCodingException | ZipException e) {
            throw unreadable(file.path());
        }
    }

    /** The most frequent of comma, semicolon and tab in the first line. */
    char delimiter() throws IOException {
        in.mark(HEADER_CHARACTERS);
        int[] found = new int[128];
        for (int i = 0; i < HEADER_CHARACTERS; i++) {
            int character = in.read();
            if (character < 0 || character == '\n' || character == '\r') {
                break;
            }
            if (character < found.length) {
                found[character]++;
            }
        }
        in.reset();
        return found[';'] > found[','] ? ';' : found['\t'] > found[','] ? '\t' : ',';
    }

    /** A record is complete: the next one has its own room. */
    void endRecord() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (sinceRecord > MOST_CHARACTERS) {
            throw DatasetRefused.tooLarge(path, "a line is longer than " + MOST_CHARACTERS + " characters");
        }
        try {
            int read = super.read(target, offset, length);
            sinceRecord += Math.max(0, read);
            return read;
        } catch (CharacterCodingException | ZipException e) {
            throw unreadable(path);
        }
    }

    private static DatasetRefused unreadable(String path) {
        return new DatasetRefused(path, "this is no text in UTF-8");
    }
}
