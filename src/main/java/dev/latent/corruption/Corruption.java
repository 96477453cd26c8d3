package dev.latent.corruption;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kind of noise, with a level or a range of levels from which each sample draws its own (blind denoising).
 *
 * @param level the same for every sample; null where there is a range
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Corruption(
        @NotNull Kind kind,
        @Nullable @DecimalMin("0") @DecimalMax("4") Double level,
        @Nullable @DecimalMin("0") @DecimalMax("4") Double minLevel,
        @Nullable @DecimalMin("0") @DecimalMax("4") Double maxLevel) {

    public static Corruption of(Kind kind, double level) {
        return new Corruption(kind, level, null, null);
    }

    /** Whether it says either a level or a range, and one that its kind allows; the reason where not, else null. */
    public @Nullable String flaw() {
        boolean range = minLevel != null && maxLevel != null && level == null;
        boolean single = level != null && minLevel == null && maxLevel == null;
        if (!range && !single) {
            return "a corruption must have either level, or minLevel and maxLevel";
        }
        if (range && minLevel > maxLevel) {
            return "minLevel must not be greater than maxLevel";
        }
        if (kind.isFraction() && highestLevel() > 1) {
            return "a level of " + kind.id() + " must be a fraction from 0 to 1";
        }
        return null;
    }

    @JsonIgnore
    public double lowestLevel() {
        return level != null ? level : minLevel == null ? 0 : minLevel;
    }

    @JsonIgnore
    public double highestLevel() {
        return level != null ? level : maxLevel == null ? 0 : maxLevel;
    }

    /**
     * A corrupted copy, not clipped.
     *
     * @param x a batch; pixels in [0,1] or standardized columns
     * @param range what salt and pepper are
     */
    public NDArray apply(NDArray x, Range range, Noise noise) {
        return corrupted(x, range, noise).values;
    }

    private Corrupted corrupted(NDArray x, Range range, Noise noise) {
        NDArray levels = levels(x, noise);
        return new Corrupted(kind.apply(x, levels, range, noise), levels);
    }

    /** Corrupted samples. @param levels that of each, {@code [n, 1, …]} */
    public record Corrupted(NDArray values, NDArray levels) {}

    /** {@code [n, 1, …]}, to be broadcast over a sample. */
    private NDArray levels(NDArray x, Noise noise) {
        long[] dimensions = new long[x.getShape().dimension()];
        Arrays.fill(dimensions, 1);
        dimensions[0] = x.getShape().get(0);
        Shape shape = new Shape(dimensions);
        double width = highestLevel() - lowestLevel();
        return width == 0
                ? x.getManager().full(shape, (float) lowestLevel())
                : noise.uniform(x.getManager(), shape).mul(width).add(lowestLevel());
    }

    /** A corrupted copy where each sample draws one of several kinds; not clipped. */
    public static NDArray applyOneOf(List<Corruption> corruptions, NDArray x, Range range, Noise noise) {
        return oneOf(corruptions, x, range, noise).values;
    }

    /** The same with the levels that were drawn. */
    public static Corrupted oneOf(List<Corruption> corruptions, NDArray x, Range range, Noise noise) {
        if (corruptions.size() == 1) {
            return corruptions.get(0).corrupted(x, range, noise);
        }
        long n = x.getShape().get(0);
        NDArray choice = noise.uniform(x.getManager(), new Shape(n))
                .mul(corruptions.size())
                .floor();
        NDArray values = x.zerosLike();
        long[] perSample = new long[x.getShape().dimension()];
        Arrays.fill(perSample, 1);
        perSample[0] = n;
        NDArray levels = x.getManager().zeros(new Shape(perSample));
        for (int i = 0; i < corruptions.size(); i++) {
            NDArray chosen = choice.eq(i).toType(x.getDataType(), false).reshape(perSample);
            Corrupted one = corruptions.get(i).corrupted(x, range, noise);
            values = values.add(one.values.mul(chosen));
            levels = levels.add(one.levels.mul(chosen));
        }
        return new Corrupted(values, levels);
    }

    /** The values that salt and pepper take, and to which corrupted pixels are clipped. */
    public record Range(float min, float max, boolean clips) {
        public static final Range PIXELS = new Range(0, 1, true);
        /** Three standard deviations; vectors are not clipped. */
        public static final Range COLUMNS = new Range(-3, 3, false);

        public NDArray clip(NDArray x) {
            return clips ? x.clip(min, max) : x;
        }
    }

    /** How a value is corrupted, with ε ~ N(0,1) and u ~ U(0,1) drawn for each. */
    public enum Kind {
        /** x + level·ε. */
        GAUSSIAN {
            @Override
            NDArray apply(NDArray x, NDArray level, Range range, Noise noise) {
                return x.add(noise.normal(x.getManager(), x.getShape()).mul(level));
            }
        },
        /** A fraction of the values becomes 0. */
        MASKING {
            @Override
            NDArray apply(NDArray x, NDArray level, Range range, Noise noise) {
                NDArray u = noise.uniform(x.getManager(), x.getShape());
                return x.mul(u.gte(level).toType(x.getDataType(), false));
            }
        },
        /** A fraction of the values becomes the least or the greatest, half each. */
        SALT_AND_PEPPER {
            @Override
            NDArray apply(NDArray x, NDArray level, Range range, Noise noise) {
                NDArray u = noise.uniform(x.getManager(), x.getShape());
                NDArray pepper = u.lt(level.mul(0.5)).toType(x.getDataType(), false);
                NDArray kept = u.gte(level).toType(x.getDataType(), false);
                NDArray salt = pepper.add(kept).neg().add(1);
                return x.mul(kept).add(pepper.mul(range.min)).add(salt.mul(range.max));
            }
        },
        /** x + level·x·ε. */
        SPECKLE {
            @Override
            NDArray apply(NDArray x, NDArray level, Range range, Noise noise) {
                return x.add(
                        noise.normal(x.getManager(), x.getShape()).mul(level).mul(x));
            }
        };

        abstract NDArray apply(NDArray x, NDArray level, Range range, Noise noise);

        /** Whether the level is a share of the values rather than a standard deviation. */
        public boolean isFraction() {
            return this == MASKING || this == SALT_AND_PEPPER;
        }

        /** Whether the mean of many corrupted copies is the clean sample. */
        public boolean isZeroMean() {
            return this == GAUSSIAN || this == SPECKLE;
        }

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
