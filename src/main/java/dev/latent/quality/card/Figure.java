package dev.latent.quality.card;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One number of a card, with what it takes to compare it.
 *
 * @param name the same for every version, so that versions can be compared
 * @param standardError of the value as a mean over the samples, or null where it is no mean
 * @param n how many samples it is of
 * @param seed decides which, and the noise
 * @param reference what to read it beside, or null
 */
public record Figure(
        String name,
        double value,
        @Nullable Double standardError,
        Better better,
        int n,
        long seed,
        String method,
        @Nullable Reference reference) {
    /** Which way is good. */
    public enum Better {
        LOWER,
        HIGHER,
        /** As near to the reference as can be. */
        NEARER;

        @JsonValue
        public String id() {
            return Ids.of(this);
        }
    }

    /** What a perfect model, the data themselves or a simpler method reach. @param meaning in words */
    public record Reference(double value, String meaning) {}

    public static Figure lower(String name, double value) {
        return new Figure(name, value, null, Better.LOWER, 0, 0, "", null);
    }

    public static Figure higher(String name, double value) {
        return new Figure(name, value, null, Better.HIGHER, 0, 0, "", null);
    }

    public static Figure nearer(String name, double value) {
        return new Figure(name, value, null, Better.NEARER, 0, 0, "", null);
    }

    /** Whether it is there and worse. */
    public boolean beatsReference() {
        return reference != null
                && switch (better) {
                    case LOWER -> value < reference.value;
                    case HIGHER -> value > reference.value;
                    case NEARER -> false;
                };
    }

    public Figure within(double error) {
        return new Figure(name, value, error, better, n, seed, method, reference);
    }

    public Figure measured(int count, long withSeed, String how) {
        return new Figure(name, value, standardError, better, count, withSeed, how, reference);
    }

    public Figure beside(double other, String meaning) {
        return new Figure(name, value, standardError, better, n, seed, method, new Reference(other, meaning));
    }
}
