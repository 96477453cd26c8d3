package dev.latent.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a training job learns from. */
public enum TrainOn {
    TRAIN("train"),
    TRAIN_AND_VALIDATION("train+validation");

    private final String text;

    TrainOn(String text) {
        this.text = text;
    }

    /** {@code train} or {@code train+validation}. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    /** @throws IllegalArgumentException if it is neither */
    @JsonCreator
    public static TrainOn of(String text) {
        for (TrainOn trainOn : values()) {
            if (trainOn.text.equals(text)) {
                return trainOn;
            }
        }
        throw new IllegalArgumentException("trainOn is train or train+validation, not '" + text + "'");
    }
}
