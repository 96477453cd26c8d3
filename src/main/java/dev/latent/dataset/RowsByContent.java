package dev.latent.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * The rows of a source in an order that nothing but their values decides: whatever their place, the file's name or a
 * seed. Rows with equal values (and, once in four billion pairs, others) are together and are never parted.
 */
public final class RowsByContent {
    /** A hash of the values above, the row's index below; ascending. */
    private final long[] keys;

    private RowsByContent(long[] keys) {
        this.keys = keys;
    }

    /** Reads all rows. */
    public static RowsByContent of(SampleSource rows) {
        ByteBuffer values = ByteBuffer.allocate(rows.shape().size() * (rows.bytes() ? 1 : Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        long[] keys = new long[rows.count()];
        int[] one = new int[1];
        for (int i = 0; i < keys.length; i++) {
            one[0] = i;
            if (rows.bytes()) {
                rows.copyBytes(one, values.clear());
            } else {
                rows.copyFloats(one, values.clear().asFloatBuffer());
            }
            CRC32C checksum = new CRC32C();
            checksum.update(values.array());
            keys[i] = (long) mixed((int) checksum.getValue()) << 32 | i;
        }
        Arrays.sort(keys);
        return new RowsByContent(keys);
    }

    /** A checksum keeps the order of like values; this leaves none (the end of MurmurHash3). */
    private static int mixed(int checksum) {
        int h = checksum;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }

    public int count() {
        return keys.length;
    }

    /** The indices of about so many rows, with all that are equal to them; at most half of the rows. */
    public int[] part(int wanted) {
        IntStream.Builder part = IntStream.builder();
        int taken = 0;
        for (int from = 0; from < keys.length && taken < wanted; from = end(from)) {
            int size = end(from) - from;
            if (taken + size <= keys.length / 2) {
                indices(from, end(from)).forEach(part);
                taken += size;
            }
        }
        return part.build().sorted().toArray();
    }

    /** Parts of about equal sizes; fewer where there are not so many different rows. */
    public List<int[]> folds(int most) {
        List<IntStream.Builder> folds = new ArrayList<>();
        int next = 0;
        for (int from = 0; from < keys.length; from = end(from)) {
            if (folds.size() < most) {
                folds.add(IntStream.builder());
            }
            indices(from, end(from)).forEach(folds.get(next % folds.size()));
            next++;
        }
        return folds.stream().map(fold -> fold.build().sorted().toArray()).toList();
    }

    /** At most so many rows that are not equal to any of the others. */
    public int[] notAmong(RowsByContent others, int most) {
        return Arrays.stream(keys)
                .filter(key -> !others.holds(key))
                .limit(most)
                .mapToInt(key -> (int) key)
                .sorted()
                .toArray();
    }

    /** The rows that are not among these. */
    public int[] without(int[] indices) {
        boolean[] left = new boolean[keys.length];
        for (int index : indices) {
            left[index] = true;
        }
        return IntStream.range(0, keys.length).filter(i -> !left[i]).toArray();
    }

    private boolean holds(long key) {
        int at = Arrays.binarySearch(keys, key & ~0xFFFFFFFFL);
        int next = at < 0 ? -1 - at : at;
        return next < keys.length && hash(keys[next]) == hash(key);
    }

    /** Where the rows end that are equal to this one. */
    private int end(int from) {
        int end = from + 1;
        while (end < keys.length && hash(keys[end]) == hash(keys[from])) {
            end++;
        }
        return end;
    }

    private IntStream indices(int from, int to) {
        return IntStream.range(from, to).map(i -> (int) keys[i]);
    }

    private static int hash(long key) {
        return (int) (key >>> 32);
    }
}
