package dev.latent.storage;

import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where versions, uploaded datasets and what runs leave are kept.
 *
 * @param cacheSize how much of a bucket may lie on this machine, in {@code caches/storage} of the home; what is in use may
 *     go beyond it
 * @param s3 a bucket instead of the home
 */
@ConfigurationProperties("latent.storage")
public record StorageProperties(
        @DefaultValue("20GB") DataSize cacheSize,
        @DefaultValue S3 s3) {

    /**
     * A bucket of Amazon S3, or of what speaks its protocol.
     *
     * @param bucket its name; where it is set, everything is kept in it, else in the home
     * @param prefix what the names of all objects begin with, such as {@code latent/}; one for each database
     * @param endpoint where it answers, such as {@code http://127.0.0.1:3900}; by default Amazon's of the region
     * @param pathStyle whether the bucket's name goes into the path instead of the host; by default with an endpoint alone
     * @param region by default {@code AWS_REGION}, the profile's or the machine's; with an endpoint {@code us-east-1}
     * @param accessKeyId who asks; by default what the AWS SDK finds: variables, profile, web identity, container, machine
     * @param secretAccessKey of the access key
     * @param kmsKey id or ARN of the key that objects are encrypted with (SSE-KMS); by default as the bucket says
     */
    public record S3(
            @Nullable String bucket,
            @Nullable String prefix,
            @Nullable URI endpoint,
            @Nullable Boolean pathStyle,
            @Nullable String region,
            @Nullable String accessKeyId,
            @Nullable String secretAccessKey,
            @Nullable String kmsKey) {

        public S3 {
            bucket = textOrNull(bucket);
            prefix = textOrNull(prefix);
            region = textOrNull(region);
            accessKeyId = textOrNull(accessKeyId);
            secretAccessKey = textOrNull(secretAccessKey);
            kmsKey = textOrNull(kmsKey);
            endpoint = endpoint == null || endpoint.toString().isEmpty() ? null : endpoint;
        }

        /** Variables that are there and empty set nothing. */
        private static @Nullable String textOrNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }

        /** Whether there is something to be kept in a bucket, but none to keep it in. */
        public boolean isSetWithoutBucket() {
            return bucket == null
                    && Stream.of(prefix, endpoint, pathStyle, region, accessKeyId, secretAccessKey, kmsKey)
                            .anyMatch(Objects::nonNull);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "S3[bucket=" + bucket + ", prefix=" + prefix + ", endpoint=" + endpoint + "]";
        }
    }
}
