package dev.latent.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The least and the greatest value; [0,1] for pixels. In JSON {@code [min, max]}. */
public record ValueRange(double min, double max) {
    public static final ValueRange PIXELS = new ValueRange(0, 1);

    @JsonCreator
    public static ValueRange of(double[] range) {
        if (range.length != 2) {
            throw new IllegalArgumentException("a value range is [min, max]");
        }
        return new ValueRange(range[0], range[1]);
    }

    @JsonValue
    public double[] toArray() {
        return new double[] {min, max};
    }
}
