package dev.latent.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The shape of one sample. In JSON it is {@code [channels, height, width]} for an image and {@code [length]} for a vector. */
public sealed interface SampleShape {
    @JsonValue
    int[] dimensions();

    /** The number of values in one sample. */
    int size();

    default boolean isImage() {
        return this instanceof Image;
    }

    /** Not the method below: Jackson takes one of variable arity for one of a single number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SampleShape parse(int[] dimensions) {
        return of(dimensions);
    }

    static SampleShape of(int... dimensions) {
        return switch (dimensions.length) {
            case 1 -> new Vector(dimensions[0]);
            case 3 -> new Image(dimensions[0], dimensions[1], dimensions[2]);
            default -> throw new IllegalArgumentException("a shape is [length] or [channels, height, width]");
        };
    }

    /** Pixels in [0,1], row-major, channel first. */
    record Image(int channels, int height, int width) implements SampleShape {
        public Image {
            requirePositive(channels, height, width);
        }

        @Override
        public int[] dimensions() {
            return new int[] {channels, height, width};
        }

        @Override
        public int size() {
            return Math.multiplyExact(Math.multiplyExact(channels, height), width);
        }
    }

    /** Numbers in units of their own. */
    record Vector(int length) implements SampleShape {
        public Vector {
            requirePositive(length);
        }

        @Override
        public int[] dimensions() {
            return new int[] {length};
        }

        @Override
        public int size() {
            return length;
        }
    }

    private static void requirePositive(int... dimensions) {
        for (int dimension : dimensions) {
            if (dimension < 1) {
                throw new IllegalArgumentException("a dimension of a sample must be at least 1, not " + dimension);
            }
        }
    }
}
