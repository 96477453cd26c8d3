package dev.latent.run;

import ai.djl.ndarray.NDManager;
import java.io.IOException;

/** Looks at a model after each epoch of its training, and now and then within a long one. */
interface EpochWatch {
    /** Trains as long as the request says. */
    EpochWatch NONE = new EpochWatch() {
        @Override
        public void goOnAfter(double epochs) {}

        @Override
        public boolean isDue() {
            return false;
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public boolean choosesVersion() {
            return false;
        }

        @Override
        public boolean improved(Trained trained, double epochs, NDManager manager) {
            return false;
        }
    };

    /** Told once, before the first step. @param epochs that an earlier attempt has done */
    void goOnAfter(double epochs) throws IOException;

    /** Whether it wants to look before the epoch ends. */
    boolean isDue();

    /** Whether more training would be in vain. */
    boolean isOver();

    /** Whether the version is the one of the best epoch, and not of the last. */
    boolean choosesVersion();

    /** Whether the model, as it would be served, is better than at all looks before. */
    boolean improved(Trained trained, double epochs, NDManager manager) throws IOException;
}
