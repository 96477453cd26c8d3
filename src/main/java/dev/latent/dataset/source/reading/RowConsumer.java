package dev.latent.dataset.source.reading;

import java.io.IOException;

/** Takes rows in their order. */
public interface RowConsumer {
    /** @param row differences to the columns' offsets; @param label −1 without a class */
    void add(double[] row, int label) throws IOException;
}
