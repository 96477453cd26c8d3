package dev.latent.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Which rows an anomaly threshold was learned on. */
public enum CalibrationRows {
    VALIDATION("rows of the validation split, which was not trained on"),
    HELD_BACK("rows that were held back from what was trained on"),
    CROSS_FITTED("training rows, each scored by a model that was trained without it"),
    TEST("rows of the test split"),
    UNKNOWN("rows that nothing is known of");

    private final String inWords;

    CalibrationRows(String inWords) {
        this.inWords = inWords;
    }

    /** {@code cross-fitted}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** To be put after their number. */
    public String inWords() {
        return inWords;
    }

    /** @throws IllegalArgumentException if there is none of this name */
    @JsonCreator
    public static CalibrationRows of(String id) {
        return Arrays.stream(values())
                .filter(rows -> rows.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are no rows '" + id + "'"));
    }
}
