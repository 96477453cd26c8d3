package dev.latent.run;

/**
 * Why a training ended.
 *
 * @param code {@code length}, {@code no-better}, {@code minutes} or {@code cancelled}
 * @param detail a sentence for the client
 */
public record StopReason(String code, String detail) {
    /** It came to the end of its length. */
    public static final String LENGTH = "length";
    /** Its validation measure did not get better any more. */
    public static final String NO_BETTER = "no-better";
    /** Its time was over. */
    public static final String MINUTES = "minutes";
    /** A client cancelled it. */
    public static final String CANCELLED = "cancelled";
}
