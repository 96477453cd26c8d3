package dev.latent.run.loop;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.RowsByContent;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a run trains on, and those that its model's anomaly threshold is learned on: never the same ones, nor
 * equal ones. Which those are, the rows' content decides, so that it is the same for every seed.
 *
 * @param rows null where there are none to learn a threshold on
 * @param calibrating for {@link CalibrationRows#CROSS_FITTED} all that are trained on: {@link CrossFit} divides them
 * @param heldBack how many rows fewer are trained on than were asked for
 */
public record Division(SampleSource training, @Nullable CalibrationRows rows, SampleSource calibrating, int heldBack) {
    /** Fewer rows of a table are cross-fitted: with as many, a tenth tells a rate of 1% well enough. */
    private static final int MANY = 5000;
    /** Tells that rate, if roughly. */
    private static final int ENOUGH = 200;

    private static final int SHARE_OF_MANY = 10;
    private static final int SHARE_OF_FEW = 5;

    /** All rows are trained on. */
    public static Division without(SampleSource training) {
        return new Division(training, null, training.only(new int[0]), 0);
    }

    /**
     * @param startKnowsMore whether the weights that the training starts from may have been trained on other rows than
     *     this division's
     */
    public static Division of(Dataset dataset, TrainOn trainOn, boolean startKnowsMore) {
        SampleSource training = dataset.training(trainOn);
        RowsByContent known = RowsByContent.of(training);
        if (startKnowsMore) {
            return unseen(training, known, dataset.split(Split.TEST), CalibrationRows.TEST);
        }
        boolean crossFits = !training.shape().isImage() && training.count() < MANY;
        int wanted = wanted(training.count());
        if (trainOn == TrainOn.TRAIN) {
            Division validated = unseen(training, known, dataset.split(Split.VALIDATION), CalibrationRows.VALIDATION);
            if (validated.calibrating.count() >= (crossFits ? ENOUGH : (wanted + 1) / 2)) {
                return validated;
            }
        }
        return crossFits ? crossFitted(training, known) : heldBack(training, known, wanted);
    }

    private static int wanted(int rows) {
        int ofFew = Math.min(ENOUGH, Math.max(1, rows / SHARE_OF_FEW));
        return Math.min(AnomalyThreshold.MOST_ROWS, Math.max(rows / SHARE_OF_MANY, ofFew));
    }

    private static Division unseen(
            SampleSource training, RowsByContent known, SampleSource split, CalibrationRows rows) {
        int[] unseen = RowsByContent.of(split).notAmong(known, AnomalyThreshold.MOST_ROWS);
        return unseen.length == 0 ? without(training) : new Division(training, rows, split.only(unseen), 0);
    }

    private static Division crossFitted(SampleSource training, RowsByContent known) {
        return known.folds(2).size() < 2
                ? without(training)
                : new Division(training, CalibrationRows.CROSS_FITTED, training, 0);
    }

    /** Without a part that is judged on. */
    public static Division heldBack(SampleSource training) {
        return heldBack(training, RowsByContent.of(training), wanted(training.count()));
    }

    private static Division heldBack(SampleSource training, RowsByContent known, int wanted) {
        int[] part = known.part(wanted);
        return part.length == 0
                ? without(training)
                : new Division(
                        training.only(known.without(part)),
                        CalibrationRows.HELD_BACK,
                        training.only(part),
                        part.length);
    }
}
