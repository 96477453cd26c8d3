package dev.latent.inference.operation;

import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import java.security.SecureRandom;
import org.springframework.http.CacheControl;

/** The version that a request asks, and the seed it asks with. */
public record VersionAndSeed(ModelVersion version, long seed, Selection selection) {
    private static final SecureRandom SEEDS = new SecureRandom();
    /** So that a drawn seed is the same number in JavaScript. */
    private static final long SEED_BOUND = 1L << 53;

    private static final String LATEST = "latest";
    private static final String FOR_GOOD = "private, immutable, max-age=31536000";

    /** @throws dev.latent.problem.Problem 404 if there is no such model or version */
    public static VersionAndSeed of(ModelRegistry registry, String model, Selection selection) {
        String reference = selection.version() == null ? LATEST : selection.version();
        long seed = selection.seed() == null ? SEEDS.nextLong(SEED_BOUND) : selection.seed();
        return new VersionAndSeed(registry.find(model, reference), seed, selection);
    }

    /** For good where the URL names version and seed; otherwise the answer may change. */
    public String cacheControl() {
        if (selection.seed() == null) {
            return noStore();
        }
        return String.valueOf(version.version()).equals(selection.version())
                ? FOR_GOOD
                : String.valueOf(CacheControl.noCache().getHeaderValue());
    }

    public static String noStore() {
        return String.valueOf(CacheControl.noStore().getHeaderValue());
    }
}
