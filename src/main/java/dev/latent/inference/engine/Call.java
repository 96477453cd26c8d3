package dev.latent.inference.engine;

import ai.djl.ndarray.NDArray;
import dev.latent.family.Decodes;
import dev.latent.family.Denoises;
import dev.latent.family.Encodes;
import dev.latent.family.EstimatesLikelihood;
import dev.latent.family.FindsNoise;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Reconstructs;
import dev.latent.family.ScoresAsCritic;
import dev.latent.family.Translates;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is computed in one forward: for each row of a batch on its own. */
public enum Call {
    /** z, labels → samples. */
    GENERATE {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Generates) model).generate(in.get(0), labels));
        }
    },
    /** Corrupted samples → samples. */
    DENOISE {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Denoises) model).denoise(in.get(0)));
        }
    },
    /** Pictures of one size and, where the model is told them, the levels of their noise → their noise. */
    FIND_NOISE {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((FindsNoise) model).noise(in.get(0), in.size() == 1 ? null : in.get(1)));
        }

        @Override
        boolean takesAnySize() {
            return true;
        }
    },
    /** Windows of pictures → the levels of the noise in them. */
    NOISE_LEVEL {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((FindsNoise) model).level(in.get(0)));
        }

        @Override
        boolean takesAnySize() {
            return true;
        }
    },
    /** Samples, labels → samples. */
    RECONSTRUCT {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Reconstructs) model).reconstruct(in.get(0), labels));
        }
    },
    /** Samples, labels → how far each of their values is from what the model makes of it, in one or more views. */
    DEVIATIONS {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Reconstructs) model).deviations(in.get(0), labels));
        }
    },
    /** Samples, labels → means and, where there are any, log variances. */
    ENCODE {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            Encodes.Code code = ((Encodes) model).encode(in.get(0), labels);
            return code.logVariance() == null ? List.of(code.mean()) : List.of(code.mean(), code.logVariance());
        }
    },
    /** Codes, labels → samples. */
    DECODE {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Decodes) model).decode(in.get(0), labels));
        }
    },
    /** z, shares of the classes → samples. */
    GENERATE_MIXED {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Generates) model).generate(in.get(0), in.get(1)));
        }
    },
    /** Codes, shares of the classes → samples. */
    DECODE_MIXED {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Decodes) model).decode(in.get(0), in.get(1)));
        }
    },
    TRANSLATE_A_TO_B {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Translates) model).translate(in.get(0), Translates.Direction.A_TO_B));
        }
    },
    TRANSLATE_B_TO_A {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((Translates) model).translate(in.get(0), Translates.Direction.B_TO_A));
        }
    },
    /** Samples → numbers. */
    CRITIC_SCORE {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((ScoresAsCritic) model).criticScore(in.get(0)));
        }
    },
    /** Grey samples, or what they were made binary to, and noise, labels → log importance weights. */
    LOG_IMPORTANCE_WEIGHT {
        @Override
        List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels) {
            return List.of(((EstimatesLikelihood) model).logImportanceWeight(in.get(0), labels, in.get(1)));
        }
    };

    /** Arrays {@code [n, …]} in, arrays {@code [n, …]} out. */
    abstract List<NDArray> apply(GenerativeModel model, List<NDArray> in, @Nullable NDArray labels);

    /** Whether rows of several requests may differ in size: each request's then go through the model by themselves, all at once. */
    boolean takesAnySize() {
        return false;
    }

    /** {@code generate} and the like, in metrics. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Call translate(Translates.Direction direction) {
        return direction == Translates.Direction.A_TO_B ? TRANSLATE_A_TO_B : TRANSLATE_B_TO_A;
    }
}
