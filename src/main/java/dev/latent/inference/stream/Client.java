package dev.latent.inference.stream;

import java.io.IOException;
import java.io.OutputStream;

/** Whoever gets a streamed answer. */
public interface Client {
    /** Tells that the answer begins. @param bytes how long it is, or −1 where that is not known */
    OutputStream begin(long bytes) throws IOException;

    /**
     * Lets an answer that has begun end so that nobody takes it for whole.
     *
     * @throws IOException always: the connection is cut
     */
    void breakOff(Exception reason) throws IOException;
}
