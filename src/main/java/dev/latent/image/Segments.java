package dev.latent.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Finds a named piece in a picture's file. What is broken ends the search: the picture's reader will say so. */
final class Segments {
    private static final int START_OF_SCAN = 0xDA;
    private static final int PROGRESSIVE_FRAME = 0xC2;

    private Segments() {}

    /** The data of the first chunk of a PNG with this name that stands before the pixels. */
    static Optional<byte[]> ofPng(byte[] png, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(png);
        for (int at = 8; at + 12 <= png.length; ) {
            int length = bytes.getInt(at);
            String found = name(png, at + 4);
            if (length < 0 || length > png.length - at - 12 || found.equals("IDAT") && !name.equals("eXIf")) {
                return Optional.empty();
            }
            if (found.equals(name)) {
                return Optional.of(Arrays.copyOfRange(png, at + 8, at + 8 + length));
            }
            at += 12 + length;
        }
        return Optional.empty();
    }

    /** The data of the first chunk of a WebP file with this name. */
    static Optional<byte[]> ofWebP(byte[] webp, String name) {
        ByteBuffer bytes = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 12; at + 8 <= webp.length; ) {
            int length = bytes.getInt(at + 4);
            if (length < 0 || length > webp.length - at - 8) {
                return Optional.empty();
            }
            if (name(webp, at).equals(name)) {
                return Optional.of(Arrays.copyOfRange(webp, at + 8, at + 8 + length));
            }
            at += 8 + length + length % 2;
        }
        return Optional.empty();
    }

    /** The data of the first application segment of a JPEG with this number that starts so. */
    static Optional<byte[]> ofJpeg(byte[] jpeg, int number, byte[] start) {
        int[] from = {2};
        return next(jpeg, number, start, from);
    }

    /** The data of all such segments as one. @param skipped bytes of each behind its start */
    static byte[] allOfJpeg(byte[] jpeg, int number, byte[] start, int skipped) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int[] from = {2};
        for (Optional<byte[]> part = next(jpeg, number, start, from);
                part.isPresent();
                part = next(jpeg, number, start, from)) {
            byte[] data = part.get();
            all.write(data, Math.min(skipped, data.length), Math.max(0, data.length - skipped));
        }
        return all.toByteArray();
    }

    /** @param from where to look; moved behind what is found */
    private static Optional<byte[]> next(byte[] jpeg, int number, byte[] start, int[] from) {
        int at = from[0];
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
            int end = at + 2 + length;
            if (marker == START_OF_SCAN || length < 2 || end > jpeg.length) {
                return Optional.empty();
            }
            if (marker == 0xE0 + number && startsWith(jpeg, at + 4, end, start)) {
                from[0] = end;
                return Optional.of(Arrays.copyOfRange(jpeg, at + 4 + start.length, end));
            }
            at = end;
        }
        return Optional.empty();
    }

    /** Whether a JPEG comes in several turns, each finer than the one before (its frame is called SOF2). */
    static boolean isProgressiveJpeg(byte[] jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == PROGRESSIVE_FRAME || marker == START_OF_SCAN) {
                return marker == PROGRESSIVE_FRAME;
            }
            at += marker == 0xFF ? 1 : 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return false;
    }

    static boolean startsWith(byte[] bytes, int from, int end, byte[] start) {
        return end - from >= start.length && Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
    }

    static String name(byte[] bytes, int from) {
        return new String(bytes, from, 4, StandardCharsets.ISO_8859_1);
    }
}
