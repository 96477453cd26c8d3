package dev.latent.inference.stream;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SampleReader;

/**
 * How an answer is sent.
 *
 * @param count how many rows it will have, where that is known before them; else {@link SampleReader#UNKNOWN}
 * @param spooled whether it waits until the request has been read, as most clients don't read before they have sent all
 */
public record AnswerPlan(SampleFormat format, long count, boolean spooled) {
    /** Whether it can begin before its last row is there. */
    boolean canBeginEarly() {
        return format != SampleFormat.NPY || count != SampleReader.UNKNOWN;
    }
}
