package dev.latent.inference;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.LambdaBlock;
import ai.djl.translate.Batchifier;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.inference.engine.SeededNoise;
import dev.latent.nn.engine.NativeOperations;

/** DJL's own {@link Predictor} on the same network: one forward a call. */
final class PredictorCalls implements Calls {
    private final Model model = Model.newInstance("peer", "PyTorch");
    private final Predictor<Integer, float[]> predictor;
    private final int rows;

    /** @param rows how many samples each call makes */
    PredictorCalls(GenerativeModel network, int rows) {
        this.rows = rows;
        Generates generator = (Generates) network;
        model.setBlock(new LambdaBlock(
                in -> new NDList(generator.generate(in.get(0), in.size() > 1 ? in.get(1) : null))));
        predictor = model.newPredictor(new Codes(generator.latentDimension(), generator.conditional()));
    }

    @Override
    public void once() throws Exception {
        predictor.predict(rows);
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }

    /** From a number of samples to their values. */
    private record Codes(int dimension, boolean conditional) implements NoBatchifyTranslator<Integer, float[]> {
        @Override
        public NDList processInput(TranslatorContext context, Integer rows) {
            float[] z = SeededNoise.of(1, 0, rows).normal(dimension);
            NDList in = new NDList(context.getNDManager().create(z, new Shape(rows, dimension)));
            if (conditional) {
                in.add(context.getNDManager().zeros(new Shape(rows), DataType.INT64));
            }
            return in;
        }

        @Override
        public float[] processOutput(TranslatorContext context, NDList out) {
            NDArray samples = NativeOperations.rowMajor(out.singletonOrThrow());
            return samples.toFloatArray();
        }

        @Override
        public Batchifier getBatchifier() {
            return null;
        }
    }
}
