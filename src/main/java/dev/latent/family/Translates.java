package dev.latent.family;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.annotation.JsonValue;

/** Translates between two domains. */
public interface Translates {
    NDArray translate(NDArray x, Direction direction);

    /** Which way. */
    enum Direction {
        A_TO_B("a-to-b"),
        B_TO_A("b-to-a");

        private final String id;

        Direction(String id) {
            this.id = id;
        }

        @JsonValue
        public String id() {
            return id;
        }

        public Direction opposite() {
            return this == A_TO_B ? B_TO_A : A_TO_B;
        }
    }
}
