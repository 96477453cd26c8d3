package dev.latent.dataset;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** The values of stored samples, whatever their storage. */
sealed interface SampleValues {
    static SampleValues of(ValueType storage, MappedRecords records, int size) {
        return switch (storage) {
            case UINT8 -> new Bytes(records, size);
            case FLOAT32 -> new Floats(records, size);
            case FLOAT64 -> new Doubles(records, size);
        };
    }

    boolean bytes();

    /** Whether float32 holds all that is stored. */
    default boolean singles() {
        return true;
    }

    void putBytes(int index, ByteBuffer target);

    /** As they are stored. */
    void putFloats(int index, FloatBuffer target);

    /** The differences of a row's numbers to their columns' offsets. */
    void copyDifferences(int index, double[] target, int offset);

    record Bytes(MappedRecords records, int size) implements SampleValues {
        private static final float[] PIXEL = pixels();

        static float pixel(byte value) {
            return PIXEL[value & 0xFF];
        }

        private static float[] pixels() {
            float[] pixels = new float[256];
            for (int i = 0; i < 256; i++) {
                pixels[i] = i / 255f;
            }
            return pixels;
        }

        @Override
        public boolean bytes() {
            return true;
        }

        @Override
        public void putBytes(int index, ByteBuffer target) {
            target.put(target.position(), records.mapping(index), records.offset(index), size);
            target.position(target.position() + size);
        }

        @Override
        public void putFloats(int index, FloatBuffer target) {
            ByteBuffer mapping = records.mapping(index);
            int offset = records.offset(index);
            for (int i = 0; i < size; i++) {
                target.put(PIXEL[mapping.get(offset + i) & 0xFF]);
            }
        }

        @Override
        public void copyDifferences(int index, double[] target, int offset) {
            throw new UnsupportedOperationException("these samples are stored as bytes");
        }
    }

    record Floats(MappedRecords records, int size) implements SampleValues {
        @Override
        public boolean bytes() {
            return false;
        }

        @Override
        public void putBytes(int index, ByteBuffer target) {
            throw new UnsupportedOperationException("these samples are stored as floats");
        }

        @Override
        public void putFloats(int index, FloatBuffer target) {
            FloatBuffer floats = records.mapping(index).asFloatBuffer();
            target.put(target.position(), floats, records.offset(index) / Float.BYTES, size);
            target.position(target.position() + size);
        }

        @Override
        public void copyDifferences(int index, double[] target, int offset) {
            ByteBuffer mapping = records.mapping(index);
            int from = records.offset(index);
            for (int i = 0; i < size; i++) {
                target[offset + i] = mapping.getFloat(from + i * Float.BYTES);
            }
        }
    }

    record Doubles(MappedRecords records, int size) implements SampleValues {
        @Override
        public boolean bytes() {
            return false;
        }

        @Override
        public boolean singles() {
            return false;
        }

        @Override
        public void putBytes(int index, ByteBuffer target) {
            throw new UnsupportedOperationException("these samples are stored as doubles");
        }

        @Override
        public void putFloats(int index, FloatBuffer target) {
            throw new UnsupportedOperationException("these samples are stored as doubles");
        }

        @Override
        public void copyDifferences(int index, double[] target, int offset) {
            DoubleBuffer doubles = records.mapping(index).asDoubleBuffer();
            doubles.get(records.offset(index) / Double.BYTES, target, offset, size);
        }
    }
}
