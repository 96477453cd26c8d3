package dev.latent.spark;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * What a task needs to know on an executor.
 *
 * @param version its files, as {@link ModelZip} has them
 * @param digest of the files
 * @param threads the engine's own, for each task
 * @param keepInvalid whether a row that the model can't take, or can't answer, gets nulls instead of ending the job
 */
record Task(Broadcast<byte[]> version, String digest, int threads, boolean keepInvalid) implements Serializable {
    static final int BATCH = 128;
}
