package dev.latent.dataset.source.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * What the entries of an archive are called. A name is UTF-8 where its flag says so (APPNOTE 4.4.4), or stands in
 * Info-ZIP's Unicode field (4.6.9). Many tools write UTF-8 without either, so it is that where all such names of the
 * archive are; else it is in the code page of the first PCs, in which no two names fall together, whatever they mean.
 *
 * @param utf8 whether all names that nothing is said of are UTF-8
 * @param slashes whether some name has a slash, so that a backslash may be half of an Asian character
 */
record ZipNames(boolean utf8, boolean slashes) {
    static ZipNames of(List<ZipArchiveEntry> entries) {
        boolean utf8 = true;
        boolean slashes = false;
        for (ZipArchiveEntry entry : entries) {
            byte[] raw = entry.getRawName();
            utf8 = utf8 && (announced(entry).isPresent() || RawName.utf8(raw).isPresent());
            slashes = slashes || new String(raw, StandardCharsets.ISO_8859_1).indexOf('/') >= 0;
        }
        return new ZipNames(utf8, slashes);
    }

    /** With slashes between its parts; a folder's ends with one. */
    String of(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        Optional<String> told = announced(entry).or(() -> utf8 ? RawName.utf8(raw) : Optional.empty());
        return told.map(name -> name.replace('\\', '/')).orElseGet(() -> ofCodePage(RawName.codePage(raw)));
    }

    /** Whether an entry may be called otherwise: nothing tells which characters its name is of. */
    boolean isGuessed(ZipArchiveEntry entry) {
        return !utf8 && announced(entry).isEmpty() && !isAscii(entry.getRawName());
    }

    private static boolean isAscii(byte[] name) {
        for (byte character : name) {
            if (character < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> announced(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesUTF8ForNames() ? RawName.utf8(entry.getRawName()) : unicodeField(entry);
    }

    /** Its checksum tells whether the entry was renamed by a tool that doesn't know the field. */
    private static Optional<String> unicodeField(ZipArchiveEntry entry) {
        if (!(entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField field)
                || field.getUnicodeName() == null) {
            return Optional.empty();
        }
        CRC32 checksum = new CRC32();
        checksum.update(entry.getRawName());
        return checksum.getValue() == field.getNameCRC32() ? RawName.utf8(field.getUnicodeName()) : Optional.empty();
    }

    /** In Shift-JIS, GBK and Big5 a backslash is the second byte of many characters, and the first is above ASCII. */
    private String ofCodePage(String name) {
        StringBuilder path = new StringBuilder(name);
        for (int i = 0; i < path.length(); i++) {
            boolean half = slashes && i > 0 && path.charAt(i - 1) > 0x7F;
            if (path.charAt(i) == '\\' && !half) {
                path.setCharAt(i, '/');
            }
        }
        return path.toString();
    }
}
