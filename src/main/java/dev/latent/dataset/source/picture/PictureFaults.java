package dev.latent.dataset.source.picture;

import dev.latent.dataset.DatasetRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the pictures of an import, so that all of it is told at once; after so many it is enough. */
final class PictureFaults {
    private static final int MOST = 20;

    private final List<DatasetRefused> faults = new ArrayList<>();

    /** A look at one picture. */
    interface Step {
        void run() throws IOException;
    }

    void during(Step step) throws IOException {
        try {
            step.run();
        } catch (DatasetRefused e) {
            if (e.isTooLarge()) {
                throw e;
            }
            faults.add(e);
            if (faults.size() == MOST) {
                throwIfAny();
            }
        }
    }

    boolean any() {
        return !faults.isEmpty();
    }

    void throwIfAny() throws DatasetRefused {
        if (any()) {
            throw DatasetRefused.several(faults);
        }
    }
}
