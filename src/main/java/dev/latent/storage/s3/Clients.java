package dev.latent.storage.s3;

import dev.latent.storage.StorageProperties;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the SDK's client of the settings: one that gives up within seconds where nobody answers. */
final class Clients {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int KEPT_CONNECTIONS = 5;
    private static final Region OF_AN_ENDPOINT = Region.US_EAST_1;

    private Clients() {}

    /** @throws IllegalArgumentException that begins with a setting's name */
    static S3Client of(StorageProperties.S3 settings) {
        S3ClientBuilder client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(override -> override.retryStrategy(patience()))
                .credentialsProvider(credentials(settings))
                .region(region(settings))
                // HttpURLConnection tells a refusal before the body as a broken connection; and it costs a round trip.
                .serviceConfiguration(service -> service.expectContinueEnabled(false))
                .forcePathStyle(settings.pathStyle() == null ? settings.endpoint() != null : settings.pathStyle())
                // Digests are kept beside the files; stores of others know few of Amazon's checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (settings.endpoint() != null) {
            client.endpointOverride(settings.endpoint());
        }
        return client.build();
    }

    /**
     * HttpURLConnection keeps five connections, and doesn't look whether they were closed meanwhile before it writes:
     * each of them may cost an attempt.
     */
    private static RetryStrategy patience() {
        BackoffStrategy pauses = BackoffStrategy.exponentialDelay(Duration.ofMillis(50), Duration.ofMillis(500));
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(KEPT_CONNECTIONS + 2)
                .backoffStrategy(pauses)
                .build();
    }

    private static AwsCredentialsProvider credentials(StorageProperties.S3 settings) {
        String id = settings.accessKeyId();
        String secret = settings.secretAccessKey();
        if (id == null && secret == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        if (id == null || secret == null) {
            throw new IllegalArgumentException(
                    "latent.storage.s3.access-key-id and latent.storage.s3.secret-access-key must be set both or neither");
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    private static Region region(StorageProperties.S3 settings) {
        if (settings.region() != null) {
            return Region.of(settings.region());
        }
        if (settings.endpoint() != null) {
            return OF_AN_ENDPOINT;
        }
        try {
            return new DefaultAwsRegionProviderChain().getRegion();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException(
                    "latent.storage.s3.region must be set, as neither AWS_REGION nor a profile or the machine tells it",
                    e);
        }
    }
}
