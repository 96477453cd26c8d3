package dev.latent.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A part of a dataset: to train on, to make choices on, to measure on. */
public enum Split {
    @JsonProperty("train")
    TRAIN,
    @JsonProperty("validation")
    VALIDATION,
    @JsonProperty("test")
    TEST;

    /** {@code train}, {@code validation} or {@code test}, as in JSON and in file names. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such split; the message names those there are */
    public static Split of(String text) {
        for (Split split : values()) {
            if (split.toString().equals(text)) {
                return split;
            }
        }
        throw new IllegalArgumentException("a split is train, validation or test, not '" + text + "'");
    }
}
