package dev.latent.storage.s3;

import dev.latent.storage.StorageUnavailable;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What went wrong with a bucket, in words: what it was and where, and nothing of the SDK's texts, which may hold keys. */
final class BucketFailure {
    private static final int MISSING = 404;
    private static final int BUSY = 429;
    private static final int SERVERS_FAULT = 500;
    /** The request itself is wrong; asking again does not help. */
    private static final Set<Integer> LASTING = Set.of(400, 405, 411, 413, 416, 501);

    private BucketFailure() {}

    /** @param where the bucket in words */
    static IOException of(SdkException failure, String where) {
        if (!(failure instanceof S3Exception answer)) {
            return new StorageUnavailable(where + " " + why(failure), failure);
        }
        String text = where + " answered " + answer.statusCode() + code(answer) + hint(answer);
        return LASTING.contains(answer.statusCode())
                ? new IOException(text, failure)
                : new StorageUnavailable(text, failure);
    }

    /** Whether nobody answered, or somebody who can't answer now: not a bucket or a key that is refused. */
    static boolean isSilence(Exception failure) {
        return failure.getCause() instanceof S3Exception answer
                ? answer.statusCode() == BUSY || answer.statusCode() >= SERVERS_FAULT
                : failure instanceof StorageUnavailable && !isWithoutCredentials(failure.getCause());
    }

    private static boolean isWithoutCredentials(@Nullable Throwable failure) {
        return failure != null && String.valueOf(failure.getMessage()).contains("credentials");
    }

    private static String code(S3Exception answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : " (" + details.errorCode() + ")";
    }

    private static String hint(S3Exception answer) {
        return switch (answer.statusCode()) {
            case MISSING -> ": there is no such bucket";
            case 301, 307 -> ": it is in another region; set latent.storage.s3.region";
            case 401, 403 -> ": the credentials don't allow this, or the clocks differ";
            default -> "";
        };
    }

    private static String why(SdkException failure) {
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return "did not answer in time";
        }
        if (isWithoutCredentials(failure)) {
            return "can't be asked: no credentials were found; set latent.storage.s3.access-key-id and"
                    + " latent.storage.s3.secret-access-key, or give the machine a role";
        }
        Throwable cause = Stream.<Throwable>iterate(failure, it -> it != null, Throwable::getCause)
                .reduce(failure, (before, after) -> after);
        return "can't be reached: "
                + (cause instanceof UnknownHostException ? "unknown host " : "")
                + (cause instanceof IOException
                        ? cause.getMessage()
                        : cause.getClass().getSimpleName());
    }
}
