package dev.latent.dataset.source.reading;

/** A set of hashes in eight to sixteen bytes each: millions of them are at home in the heap. */
final class SeenSamples {
    private long[] slots = new long[1 << 10];
    private int size;

    /** False if it was there. */
    boolean add(long hash) {
        long key = hash == 0 ? 1 : hash;
        if (size * 4L > slots.length * 3L) {
            grow();
        }
        int slot = slot(key);
        if (slots[slot] == key) {
            return false;
        }
        slots[slot] = key;
        size++;
        return true;
    }

    /** Where the key is, or the free slot that it would take. */
    private int slot(long key) {
        int slot = (int) key & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long key : old) {
            if (key != 0) {
                slots[slot(key)] = key;
            }
        }
    }
}
