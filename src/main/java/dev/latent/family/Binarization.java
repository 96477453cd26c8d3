package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.corruption.Noise;

/** How gray pixels become the binary targets of a likelihood. */
public enum Binarization {
    /** They don't: gray pixels are the targets of a cross-entropy, which is no likelihood. */
    NONE {
        @Override
        public NDArray apply(NDArray x, Noise noise) {
            return x;
        }
    },
    /** Drawn anew each time, one with the pixel's value as its probability (Salakhutdinov & Murray 2008). */
    DYNAMIC {
        @Override
        public NDArray apply(NDArray x, Noise noise) {
            return noise.uniform(x.getManager(), x.getShape()).lt(x).toType(DataType.FLOAT32, false);
        }
    },
    /** One where the pixel is at least ½. */
    FIXED {
        @Override
        public NDArray apply(NDArray x, Noise noise) {
            return x.gte(0.5).toType(DataType.FLOAT32, false);
        }
    };

    public abstract NDArray apply(NDArray x, Noise noise);

    @JsonValue
    public String id() {
        return Ids.of(this);
    }
}
