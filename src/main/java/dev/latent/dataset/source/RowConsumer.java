package dev.latent.dataset.source;

import java.io.IOException;

/** Takes rows in their order. */
interface RowConsumer {
    /** @param label −1 without classes */
    void add(float[] row, int label) throws IOException;
}
