package dev.latent.run.attempt;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.TrainOn;
import dev.latent.family.Operation;
import dev.latent.family.Variation;
import dev.latent.measure.CalibrationRows;
import dev.latent.run.RunPlan;
import dev.latent.run.RunRequest;
import dev.latent.run.loop.Batches;
import dev.latent.run.loop.Division;
import dev.latent.run.loop.Seeds;
import dev.latent.run.loop.TrainingData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a run trains on, and on which it is judged.
 *
 * @param division of the first dataset, for the anomaly threshold
 * @param training of each dataset
 * @param validating of each dataset, for early stopping: never trained on; none where nothing is stopped early, or
 *     models that are trained beside are judged in its place
 * @param heldBack how many rows of the first dataset fewer are trained on than were asked for
 */
record RunRows(Division division, List<SampleSource> training, List<SampleSource> validating, int heldBack) {
    /** Rows of these are as good to judge a training on; those of the test split are for the card. */
    private static final Set<CalibrationRows> NEVER_TRAINED_ON =
            EnumSet.of(CalibrationRows.VALIDATION, CalibrationRows.HELD_BACK);

    static RunRows of(Set<Operation> operations, RunRequest request, List<Dataset> datasets) throws IOException {
        Division division = division(operations, request, datasets.get(0));
        return new RunRows(division, training(division, request, datasets), List.of(), division.heldBack());
    }

    /**
     * Whether a training may end early. One on windows of larger pictures comes to its end, at which its step size comes to
     * rest; to measure it on whole ones would take long.
     */
    boolean mayStop(RunPlan plan, int cropSide) {
        return plan.patience() != null && plan.patience() > 0 && !cuts(cropSide);
    }

    /** With rows held back to judge the training on, unless models that are trained beside are judged. */
    RunRows judged() {
        return division.rows() == CalibrationRows.CROSS_FITTED ? this : holdingBack();
    }

    private static Division division(Set<Operation> operations, RunRequest request, Dataset dataset)
            throws IOException {
        TrainOn trainOn = TrainOn.of(request.plan().trainOn());
        return operations.contains(Operation.ANOMALY_SCORE)
                ? Division.of(dataset, trainOn, Start.knowsMore(request, dataset.description()))
                : Division.without(dataset.training(trainOn));
    }

    private static List<SampleSource> training(Division division, RunRequest request, List<Dataset> datasets) {
        List<SampleSource> training = new ArrayList<>(List.of(division.training()));
        if (datasets.size() > 1) {
            training.add(datasets.get(1).training(TrainOn.of(request.plan().trainOn())));
        }
        return training;
    }

    private RunRows holdingBack() {
        List<SampleSource> kept = new ArrayList<>();
        List<SampleSource> apart = new ArrayList<>();
        for (SampleSource rows : training) {
            CalibrationRows known = division.rows();
            if (known != null && NEVER_TRAINED_ON.contains(known) && apart.isEmpty()) {
                kept.add(rows);
                apart.add(division.calibrating());
            } else {
                Division parted = Division.heldBack(rows);
                kept.add(parted.training());
                apart.add(parted.calibrating());
            }
        }
        int less = training.get(0).count() - kept.get(0).count();
        return new RunRows(division, kept, apart, heldBack + less);
    }

    /** @param cropSide of what is cut out of pictures, or 0 where they are taken whole */
    TrainingData data(RunPlan plan, int cropSide, Variation variation) {
        return new TrainingData(
                batches(0, plan, cropSide), training.size() == 1 ? null : batches(1, plan, cropSide), variation);
    }

    private Batches batches(int domain, RunPlan plan, int cropSide) {
        return Batches.of(training.get(domain), cropSide, plan.batchSize(), Seeds.mix(plan.seed(), -1L - domain));
    }

    /** Whether windows of this side are cut out of pictures. */
    boolean cuts(int cropSide) {
        return Batches.cuts(training.get(0), cropSide);
    }

    /** What its owner should know of it; null where nothing is held back. */
    @Nullable
    String note() {
        return heldBack == 0
                ? null
                : "%,d of %,d samples are held back from training, to judge it on."
                        .formatted(heldBack, heldBack + training.get(0).count());
    }
}
