package dev.latent.run.loop;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.RowsByContent;
import dev.latent.dataset.SampleSource;
import dev.latent.family.TrainingBatch;
import dev.latent.measure.FoundOnRows;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.training.TrainingState;
import dev.latent.run.RunPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Models beside the one that is trained, in step with it, each without a part of the rows: so every row of a table that
 * is too small to hold some back is scored by a model that was not trained on it.
 */
public final class CrossFit {
    private static final int FOLDS = 5;
    private static final long FIRST_SEED = -1000;

    private final List<Fold> folds;
    private final long seed;

    private CrossFit(List<Fold> folds, long seed) {
        this.folds = folds;
        this.seed = seed;
    }

    /** @param own rows, which it is not trained on */
    private record Fold(ServedModel model, TrainingData others, SampleSource own) {}

    public static CrossFit none() {
        return new CrossFit(List.of(), 0);
    }

    /** @param fresh builds the model that is trained once more */
    public static CrossFit of(SampleSource training, RunPlan plan, Supplier<ServedModel> fresh) {
        RowsByContent rows = RowsByContent.of(training);
        List<Fold> folds = new ArrayList<>();
        for (int[] own : rows.folds(FOLDS)) {
            SampleSource others = training.only(rows.without(own));
            Batches batches = Batches.of(others, plan.batchSize(), Seeds.mix(plan.seed(), -1));
            folds.add(new Fold(fresh.get(), new TrainingData(batches, null), training.only(own)));
        }
        return new CrossFit(folds, plan.seed());
    }

    /** One step of each. @param number of the step, from 0 */
    void update(long number, Schedule schedule, NDManager parent) {
        for (int i = 0; i < folds.size(); i++) {
            try (NDManager manager = parent.newSubManager()) {
                TensorEngine.seed(Seeds.mix(Seeds.mix(seed, FIRST_SEED - i), number));
                Fold fold = folds.get(i);
                int count = fold.model.step().batchesPerStep();
                List<TrainingBatch> batches = new ArrayList<>(count);
                for (long at = number * count; at < (number + 1) * count; at++) {
                    batches.add(
                            fold.others.load(at).batch(manager, schedule.epochsDone(number), schedule.share(number)));
                }
                fold.model.step().update(batches);
            }
        }
    }

    /** @param of each model, with the rows that it is not trained on */
    public <T> List<T> each(BiFunction<ServedModel, SampleSource, T> of) {
        return folds.stream().map(fold -> of.apply(fold.model, fold.own)).toList();
    }

    /** Adds what a checkpoint must keep of them. */
    public TrainingState addTo(TrainingState state) {
        for (int i = 0; i < folds.size(); i++) {
            state.with("fold" + i, folds.get(i).model.step().state());
        }
        return state;
    }

    /** Of all rows. */
    FoundOnRows find(NDManager manager) throws IOException {
        List<FoundOnRows> found = new ArrayList<>();
        for (Fold fold : folds) {
            found.add(fold.model.find(fold.own, manager));
        }
        return FoundOnRows.join(found);
    }
}
