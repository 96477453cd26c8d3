package dev.latent.storage.s3;

import dev.latent.storage.StorageProperties;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which bucket, and where in it.
 *
 * @param prefix of all objects: empty, or ending in {@code /}
 * @param place where it answers, in words
 */
record BucketAddress(String bucket, String prefix, String place) {
    private static final int LONGEST_PREFIX = 256;

    /** @throws IllegalArgumentException that begins with the setting's name */
    static BucketAddress of(StorageProperties.S3 settings, String bucket) {
        URI endpoint = settings.endpoint();
        return new BucketAddress(
                bucket,
                prefix(settings.prefix()),
                endpoint == null ? "Amazon S3" : requireUsable(endpoint).toString());
    }

    private static URI requireUsable(URI endpoint) {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null || endpoint.getUserInfo() != null || endpoint.getQuery() != null) {
            throw new IllegalArgumentException(
                    "latent.storage.s3.endpoint must be an address such as http://127.0.0.1:3900, without a user");
        }
        return endpoint;
    }

    private static String prefix(@Nullable String given) {
        String stripped = Objects.requireNonNullElse(given, "").strip().replaceAll("^/+|/+$", "");
        if (stripped.length() > LONGEST_PREFIX || !stripped.matches("[A-Za-z0-9!_.*'()/-]*")) {
            throw new IllegalArgumentException("latent.storage.s3.prefix must be at most " + LONGEST_PREFIX
                    + " letters, digits and any of / ! _ . * ' ( ) -");
        }
        return stripped.isEmpty() ? "" : stripped + "/";
    }

    @Override
    public String toString() {
        return "the bucket " + bucket + " at " + place;
    }
}
