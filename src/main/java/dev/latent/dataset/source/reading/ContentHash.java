package dev.latent.dataset.source.reading;

import dev.latent.dataset.Split;
import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What is known of a sample by a hash of its values: the same wherever and in whatever order it is met.
 *
 * @param place decides on the split
 * @param identity the same only for the same values
 */
public record ContentHash(long place, long identity) {
    private static final int TENTHS = 10;

    public static ContentHash of(byte[] values) {
        ByteBuffer digest = ByteBuffer.wrap(DigestUtils.getSha256Digest().digest(values));
        return new ContentHash(digest.getLong(), digest.getLong());
    }

    public Split split() {
        return switch ((int) Long.remainderUnsigned(place, TENTHS)) {
            case 8 -> Split.VALIDATION;
            case 9 -> Split.TEST;
            default -> Split.TRAIN;
        };
    }
}
