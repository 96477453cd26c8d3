package dev.latent.run.loop;

import ai.djl.ndarray.NDManager;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import dev.latent.measure.FoundOnRows;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Learns the anomaly threshold of a run's model. @param crossFit none unless the division asks for it */
public record Calibration(Division division, CrossFit crossFit) {
    /** Empty for a model without anomaly scores, and where no rows are left that it has not seen. */
    public Optional<AnomalyThreshold> learn(ServedModel trained, NDManager manager) throws IOException {
        CalibrationRows rows = division.rows();
        if (rows == null) {
            return Optional.empty();
        }
        FoundOnRows found = rows == CalibrationRows.CROSS_FITTED
                ? crossFit.find(manager)
                : trained.find(division.calibrating(), manager);
        return DoubleStream.of(found.scores()).allMatch(Double::isFinite)
                ? Optional.of(AnomalyThreshold.learn(rows, some(found.scores()), found.within()))
                : Optional.empty();
    }

    /** As many as are kept, drawn the same way each time. */
    private static double[] some(double[] scores) {
        return Arrays.stream(Shuffle.of(scores.length, 1))
                .limit(AnomalyThreshold.MOST_ROWS)
                .mapToDouble(i -> scores[i])
                .toArray();
    }
}
