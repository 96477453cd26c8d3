package dev.latent.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What stands in a directory of the form that TIFF files and Exif data share (TIFF 6.0, 2). Java's reader of TIFF refuses
 * Exif data, as no picture is in it, or else believes what it says of its own size.
 */
final class TiffTags {
    static final int REDUCED = 254;
    static final int ORIENTATION = 274;
    static final int RESOLUTION_ACROSS = 282;
    static final int RESOLUTION_DOWN = 283;
    static final int RESOLUTION_UNIT = 296;
    static final int COLOUR_PROFILE = 34675;

    private static final int MOST_PAGES = 1 << 16;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int LITTLE_ENDIAN = 'I' << 8 | 'I';
    private static final int ENTRY_BYTES = 12;

    private final ByteBuffer data;
    private final int start;
    private final int entries;

    private TiffTags(ByteBuffer data, int start) {
        this.data = data;
        this.start = start + 2;
        entries = data.getShort(start) & 0xFFFF;
    }

    /** Of the directories of a file, one a page, as far as they can be read; each once, whatever follows which. */
    static List<TiffTags> all(byte[] tiff) {
        return all(ByteBuffer.wrap(tiff));
    }

    /** @param data of which no more than this is read */
    static List<TiffTags> all(ByteBuffer data) {
        List<TiffTags> all = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        try {
            data.order(data.getShort(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            for (int at = data.getInt(4);
                    at != 0 && seen.add(at) && all.size() < MOST_PAGES;
                    at = all.get(all.size() - 1).next()) {
                all.add(new TiffTags(data, at));
            }
        } catch (RuntimeException e) {
            return all; // the file is broken here, and its reader will say so
        }
        return all;
    }

    /** Those that are no smaller copies of others, by their numbers; of a file that can't be read the first. */
    static List<Integer> pages(List<TiffTags> all) {
        List<Integer> pages = IntStream.range(0, all.size())
                .filter(page -> (all.get(page).number(REDUCED, 0) & 1) == 0)
                .boxed()
                .toList();
        return pages.isEmpty() ? List.of(0) : pages;
    }

    static Optional<TiffTags> first(byte[] tiff) {
        return all(tiff).stream().findFirst();
    }

    private int next() {
        return data.getInt(start + entries * ENTRY_BYTES);
    }

    /** A whole number; or else what is usual. */
    int number(int tag, int usual) {
        return find(tag)
                .map(at -> switch (data.getShort(at + 2)) {
                    case SHORT -> data.getShort(at + 8) & 0xFFFF;
                    case LONG -> data.getInt(at + 8);
                    default -> usual;
                })
                .orElse(usual);
    }

    Optional<Double> ratio(int tag) {
        return find(tag)
                .filter(at -> data.getShort(at + 2) == RATIONAL)
                .map(at -> data.getInt(at + 8))
                .filter(at -> at >= 0 && at <= data.limit() - 8)
                .map(at -> (data.getInt(at) & 0xFFFFFFFFL) / (double) (data.getInt(at + 4) & 0xFFFFFFFFL));
    }

    Optional<byte[]> bytes(int tag) {
        return find(tag).filter(at -> data.getInt(at + 4) > 4).flatMap(at -> {
            int from = data.getInt(at + 8);
            int length = data.getInt(at + 4);
            if (from < 0 || length > data.limit() - from) {
                return Optional.empty();
            }
            byte[] bytes = new byte[length];
            data.get(from, bytes);
            return Optional.of(bytes);
        });
    }

    /** Where an entry is. */
    private Optional<Integer> find(int tag) {
        for (int at = start;
                at < start + entries * ENTRY_BYTES && at >= 0 && at <= data.limit() - ENTRY_BYTES;
                at += ENTRY_BYTES) {
            if ((data.getShort(at) & 0xFFFF) == tag) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
