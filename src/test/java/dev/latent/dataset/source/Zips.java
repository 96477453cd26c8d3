package dev.latent.dataset.source;

import dev.latent.image.Picture;
import dev.latent.image.Png;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;

/** Archives for tests, right and wrong ones. */
public final class Zips {
    private static final int LINK = 0120777;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes);

    /** One whose names are written in a character set, as a tool does that says nothing of it. */
    public static Zips inCharset(String charset) {
        Zips zip = new Zips();
        zip.out.setEncoding(charset);
        zip.out.setUseLanguageEncodingFlag(false);
        return zip;
    }

    /** The same, with each name in Unicode beside it. */
    public Zips withUnicodeFields() {
        out.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.ALWAYS);
        return this;
    }

    /** So many different pictures of each class. */
    public Zips classes(int pictures, String... classes) {
        for (int i = 0; i < pictures * classes.length; i++) {
            picture(classes[i % classes.length] + "/" + i + ".png", i);
        }
        return this;
    }

    public Zips file(String path, byte[] content) {
        return add(new ZipArchiveEntry(path), content);
    }

    /** A grey picture of 8×8 that no other seed gives. */
    public Zips picture(String path, int seed) {
        return file(path, picture(seed, 1, 8, 8));
    }

    public Zips folder(String path) {
        return add(new ZipArchiveEntry(path + "/"), new byte[0]);
    }

    public Zips link(String path, String target) {
        ZipArchiveEntry entry = new ZipArchiveEntry(path);
        entry.setUnixMode(LINK);
        return add(entry, target.getBytes());
    }

    private Zips add(ZipArchiveEntry entry, byte[] content) {
        try {
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public byte[] bytes() {
        try {
            out.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** So many different pictures of each class. */
    public static Zips ofClasses(int pictures, String... classes) {
        return new Zips().classes(pictures, classes);
    }

    public static byte[] picture(int seed, int channels, int height, int width) {
        byte[] pixels = new byte[channels * height * width];
        new Random(seed).nextBytes(pixels);
        return Png.encode(new Picture(channels, height, width, pixels));
    }

    /** The archive with the first occurrence of one byte sequence replaced by another of its length. */
    public static byte[] replaced(byte[] archive, byte[] from, byte[] to) {
        byte[] changed = archive.clone();
        for (int i = 0; i + from.length <= changed.length; i++) {
            if (Arrays.equals(changed, i, i + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, changed, i, to.length);
            }
        }
        return changed;
    }
}
