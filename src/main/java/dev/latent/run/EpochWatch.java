package dev.latent.run;

import ai.djl.ndarray.NDManager;
import java.io.IOException;

/** Looks at a model after each epoch of its training. */
interface EpochWatch {
    /** Trains as long as the request says. */
    EpochWatch NONE = new EpochWatch() {
        @Override
        public void goOnAfter(int epochs) {}

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public boolean choosesVersion() {
            return false;
        }

        @Override
        public boolean improved(Trained trained, int epoch, NDManager manager) {
            return false;
        }
    };

    /** Told once, before the first step. @param epochs that an earlier attempt has done */
    void goOnAfter(int epochs) throws IOException;

    /** Whether more training would be in vain. */
    boolean isOver();

    /** Whether the version is the one of the best epoch, and not of the last. */
    boolean choosesVersion();

    /** Whether the model, as it would be served, is better than after all epochs before. */
    boolean improved(Trained trained, int epoch, NDManager manager) throws IOException;
}
