package dev.latent.run.attempt;

import dev.latent.dataset.DatasetDescription;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.family.folder.ModelFolder;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import dev.latent.measure.ThresholdFile;
import dev.latent.run.RunRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** What the weights that a run starts from have seen. */
final class Start {
    /** Rows that the content of the data decides, and that a second run on them leaves out again. */
    private static final Set<CalibrationRows> LEFT_OUT_AGAIN =
            EnumSet.of(CalibrationRows.VALIDATION, CalibrationRows.HELD_BACK);

    private Start() {}

    /** Whether they may know rows that this run would not train on: not where they were drawn, nor trained as it trains. */
    static boolean knowsMore(RunRequest request, DatasetDescription dataset) throws IOException {
        Path from = request.from();
        if (from == null) {
            return false;
        }
        DatasetReference seen = ModelFolder.read(from).datasets().get(0);
        boolean same = seen.digest().equals(dataset.digest())
                && request.plan().trainOn().equals(seen.trainOn());
        return !same
                || ThresholdFile.read(from)
                        .map(AnomalyThreshold::rows)
                        .filter(LEFT_OUT_AGAIN::contains)
                        .isEmpty();
    }
}
