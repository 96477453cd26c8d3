package dev.latent.exchange.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The characters of a text: in UTF-8, in UTF-16 where its first bytes show it, or in the encoding that is said. */
final class CsvText {
    private static final int START_CHARACTERS = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /** Without its byte order mark. Reading fails with a {@link CharacterCodingException} where it is no such text. */
    static BufferedReader decoded(InputStream in, @Nullable Charset said) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        Charset charset = said == null ? charset(bytes) : said;
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Names begin with characters whose other half is 0 in UTF-16; in UTF-8 there is no 0. */
    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        if (first == 0xFF && second == 0xFE || first > 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xFE && second == 0xFF || first == 0 && second > 0
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }

    /** Its first characters, which are read again after; of a long text up to the last line that is there whole. */
    static String start(BufferedReader text) throws IOException {
        text.mark(START_CHARACTERS);
        char[] start = new char[START_CHARACTERS];
        int length = 0;
        for (int read = 0; read >= 0 && length < start.length; length += Math.max(0, read)) {
            read = text.read(start, length, start.length - length);
        }
        text.reset();
        String all = new String(start, 0, length);
        return length < start.length ? all : all.substring(0, Math.max(all.lastIndexOf('\n'), 0) + 1);
    }

    static UnclearCsv undecodable() {
        return new UnclearCsv(
                "this is no text in UTF-8",
                "save it in that encoding, or say with encoding= which it is in, as windows-1252");
    }
}
