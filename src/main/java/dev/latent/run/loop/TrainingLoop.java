package dev.latent.run.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.run.RunFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongToDoubleFunction;

/**
 * Step after step, until the schedule is done or it is told to stop. The engine's generator is seeded anew for every
 * step, so a run that goes on from a checkpoint computes what an uninterrupted one does.
 */
public final class TrainingLoop {
    private final TrainingStep step;
    private final TrainingData data;
    private final Schedule schedule;
    private final long seed;
    private final CrossFit beside;
    private LongToDoubleFunction share;

    public TrainingLoop(TrainingStep step, TrainingData data, Schedule schedule, long seed) {
        this(step, data, schedule, seed, CrossFit.none());
    }

    /** @param beside what is trained in step with it */
    public TrainingLoop(TrainingStep step, TrainingData data, Schedule schedule, long seed, CrossFit beside) {
        this.step = step;
        this.data = data;
        this.schedule = schedule;
        this.seed = seed;
        this.beside = beside;
        this.share = schedule::share;
    }

    /** @param done how much of the run is done, from 0 to 1, after so many steps, where it may end before the schedule does */
    public void paceBy(LongToDoubleFunction done) {
        share = done;
    }

    /** Told after each step. */
    public interface Observer {
        /** @param losses of this step */
        void stepDone(long step, Map<String, Float> losses) throws IOException, RunFailure;
    }

    /** @return the number of steps done */
    public long run(long fromStep, NDManager parent, Observer observer, BooleanSupplier stop)
            throws IOException, RunFailure {
        long done = fromStep;
        try (Prefetch<TrainingData.Loaded> batches = batches(fromStep)) {
            while (done < schedule.steps() && !stop.getAsBoolean()) {
                Map<String, Float> losses = step(done, batches, parent);
                done++;
                observer.stepDone(done, losses);
            }
        }
        return done;
    }

    /** What is trained on from this step on. */
    public Prefetch<TrainingData.Loaded> batches(long fromStep) {
        return new Prefetch<>(fromStep * step.batchesPerStep(), data.batchesAhead(), data::load);
    }

    /** One step. @return its losses */
    public Map<String, Float> step(long number, Prefetch<TrainingData.Loaded> batches, NDManager parent) {
        try (NDManager manager = parent.newSubManager()) {
            TensorEngine.seed(Seeds.mix(seed, number));
            Map<String, Float> losses = update(batches, number, manager);
            beside.update(number, schedule, manager);
            return losses;
        }
    }

    private Map<String, Float> update(Prefetch<TrainingData.Loaded> batches, long done, NDManager manager) {
        int count = step.batchesPerStep();
        List<TrainingBatch> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            taken.add(batches.take().batch(manager, schedule.epochsDone(done), share.applyAsDouble(done)));
        }
        Map<String, NDArray> losses = step.update(taken);
        float[] values = NativeOperations.read(List.copyOf(losses.values()));
        Map<String, Float> read = new LinkedHashMap<>();
        for (String name : losses.keySet()) {
            read.put(name, values[read.size()]);
        }
        return read;
    }
}
