package dev.latent.run;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelDescription;
import java.io.IOException;
import java.util.List;

/** How good a model is on data that it does not learn from. */
public interface Validation {
    /** @param manager for what is needed while measuring */
    double measure(
            ModelDescription description, GenerativeModel model, List<Dataset> datasets, long seed, NDManager manager)
            throws IOException;

    boolean higherIsBetter();
}
