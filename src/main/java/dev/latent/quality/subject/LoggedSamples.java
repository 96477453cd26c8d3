package dev.latent.quality.subject;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.latent.nn.engine.Safetensors.Tensor;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.engine.Tensors;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.run.SampleLog;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.util.Arrays;
import java.util.NavigableMap;

/**
 * Samples that a training has logged. A version may come from anywhere, so whether they suit its model is checked.
 *
 * @param byStep {@code [n, c, h, w]} or {@code [n, d]} each, with the same n
 */
public record LoggedSamples(NavigableMap<Long, Tensor> byStep) {
    private static final int FEWEST_MOMENTS = 5;
    private static final int FEWEST_SAMPLES = 20;

    public static LoggedSamples of(Subject subject) throws NotMeasurable {
        SampleLog log = SampleLog.in(subject.folder());
        if (!log.exists()) {
            throw new NotMeasurable("its training left no samples");
        }
        LoggedSamples samples = new LoggedSamples(read(log));
        if (samples.byStep.size() < FEWEST_MOMENTS) {
            throw new NotMeasurable("its training left samples of " + samples.byStep.size()
                    + " moments; this measure needs " + FEWEST_MOMENTS);
        }
        if (samples.n() < FEWEST_SAMPLES || !samples.fit(subject.shape())) {
            throw new NotMeasurable("the samples that its training left are too few, or not like its model's");
        }
        return samples;
    }

    private static NavigableMap<Long, Tensor> read(SampleLog log) throws NotMeasurable {
        try {
            return log.read();
        } catch (IOException e) {
            throw new NotMeasurable("the samples that its training left can't be read: " + e.getMessage());
        }
    }

    private boolean fit(SampleShape sample) {
        Type type = sample.isImage() ? Type.U8 : Type.F32;
        int[] size = sample.dimensions();
        long[] shape = new long[size.length + 1];
        Arrays.setAll(shape, i -> i == 0 ? n() : size[i - 1]);
        return byStep.values().stream()
                .allMatch(samples -> samples.type() == type && Arrays.equals(samples.shape(), shape));
    }

    /** How many there are of each moment. */
    public int n() {
        long[] shape = byStep.firstEntry().getValue().shape();
        return shape.length == 0 ? 0 : (int) shape[0];
    }

    /** As models see them. */
    public NDArray of(long step, NDManager manager) {
        NDArray stored = Tensors.array(manager, byStep.get(step));
        return stored.getDataType() == DataType.UINT8
                ? stored.toType(DataType.FLOAT32, true).mul(1 / 255f)
                : stored;
    }
}
