package dev.latent.family;

import com.fasterxml.jackson.annotation.JsonValue;

/** A way in which samples are varied while they are learned from. */
public enum Augmentation {
    /** Mirrored left to right, half of them. */
    FLIP,
    /** Moved by up to an eighth of a side each way. */
    SHIFT,
    /** A square of half a side's length is blank. */
    CUTOUT,
    /** Lighter or darker, and of more or less contrast. */
    BRIGHTNESS;

    @JsonValue
    public String id() {
        return Ids.of(this);
    }
}
