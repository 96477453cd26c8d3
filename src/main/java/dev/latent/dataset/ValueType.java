package dev.latent.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a prepared folder stores a value. */
public enum ValueType {
    /** An unsigned byte, 255 for 1. */
    @JsonProperty("uint8")
    UINT8(1),
    /** A little-endian IEEE single. */
    @JsonProperty("float32")
    FLOAT32(4),
    /** A little-endian IEEE double: the difference of a number to its column's offset. */
    @JsonProperty("float64")
    FLOAT64(8);

    private final int width;

    ValueType(int width) {
        this.width = width;
    }

    /** Bytes a value. */
    int width() {
        return width;
    }
}
