package dev.latent.exchange.body;

import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The samples of a body of any length, read as far as they are asked for. */
public interface SampleReader extends Closeable {
    /** Where a body tells its number of samples only by its end. */
    long UNKNOWN = -1;

    /** Of every sample. */
    SampleShape shape();

    /** How many there are in all, where the body says so before them; else {@link #UNKNOWN}. */
    default long count() {
        return UNKNOWN;
    }

    /**
     * The next ones, as many as are left but no more than {@code most}; null after the last.
     *
     * @throws Problem what is wrong with them, or with a body that has none
     */
    @Nullable
    Samples next(int most) throws IOException;
}
