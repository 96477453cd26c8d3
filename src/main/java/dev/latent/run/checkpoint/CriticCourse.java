package dev.latent.run.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.latent.family.Generates;
import dev.latent.family.ScoresAsCritic;
import dev.latent.nn.engine.Safetensors.Tensor;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.engine.Tensors;
import dev.latent.run.SampleLog;
import dev.latent.run.loop.Schedule;
import dev.latent.sample.SampleShape;
import java.io.IOException;

/**
 * Logs samples over the training of a model with a critic, whose estimate claims to tell how far they are from the data.
 * The estimates themselves are among the logged losses.
 */
public final class CriticCourse {
    private static final int MOST_SAMPLES = 500;
    private static final int FEWEST_SAMPLES = 100;

    /** No larger than training batches, not to need more memory than they do. */
    private static final int TOGETHER = 50;

    private final TrainedModel trained;
    private final SampleLog log;
    private final int count;

    public CriticCourse(TrainedModel trained, SampleLog log) {
        this.trained = trained;
        this.log = log;
        boolean told = trained.model() instanceof ScoresAsCritic && trained.model() instanceof Generates;
        this.count = told ? samplesAtATime(trained.shape().sample()) : 0;
    }

    /** As many as fit into the log; 0 if those would be too few to say something. */
    static int samplesAtATime(SampleShape shape) {
        long bytes = (long) shape.size() * (shape.isImage() ? 1 : Float.BYTES);
        long fitting = SampleLog.MOST_BYTES / Schedule.MOST_PREVIEWS / bytes;
        return fitting < FEWEST_SAMPLES ? 0 : (int) Math.min(MOST_SAMPLES, fitting);
    }

    public boolean isLogged() {
        return count > 0;
    }

    /** To be called with the weights that are served in place. Nothing is added once the log is full. */
    public void add(long step, NDManager parent) throws IOException {
        if (log.isFull()) {
            return;
        }
        try (NDManager manager = parent.newSubManager()) {
            log.add(step, stored(samples(manager)));
        }
    }

    private NDArray samples(NDManager manager) {
        FixedCodes codes = new FixedCodes(
                (Generates) trained.model(),
                trained.shape().classes(),
                trained.request().plan().seed());
        NDList pieces = new NDList();
        for (int done = 0; done < count; done += TOGETHER) {
            try (NDManager drawing = manager.newSubManager()) {
                NDArray piece = codes.samples(drawing, Math.min(TOGETHER, count - done));
                piece.attach(manager);
                pieces.add(piece);
            }
        }
        return NDArrays.concat(pieces);
    }

    private Tensor stored(NDArray samples) {
        return trained.shape().sample().isImage()
                ? Tensors.tensor(samples.clip(0, 1).mul(255f).round(), Type.U8)
                : Tensors.tensor(samples, Type.F32);
    }
}
