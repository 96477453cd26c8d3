package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.Translates.Direction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** What a model answers to each operation that it has. */
record OperationAnswers(GenerativeModel model, NDArray x, NDArray labels) {
    Map<String, NDArray> to(Operation operation) {
        Map<String, NDArray> answers = new LinkedHashMap<>();
        switch (operation) {
            case GENERATE -> answers.put("samples", generated());
            case DENOISE, VECTOR_FIELD -> answers.put("samples", ((Denoises) model).denoise(x));
            case RECONSTRUCT -> answers.put("samples", ((Reconstructs) model).reconstruct(x, labels));
            case ANOMALY_SCORE -> answers.put("deviations", deviations());
            case ENCODE -> encoded(answers);
            case DECODE -> answers.put("samples", decoded());
            case INTERPOLATE, LATENT_GRID -> answers.put("samples", model instanceof Decodes ? decoded() : generated());
            case NLL ->
                answers.put(
                        "values",
                        ((EstimatesLikelihood) model)
                                .logImportanceWeight(x, labels, codes(((Encodes) model).latentDimension())));
            case TRANSLATE -> {
                for (Direction direction : Direction.values()) {
                    answers.put("samples " + direction.id(), ((Translates) model).translate(x, direction));
                }
            }
            case CRITIC_SCORE -> answers.put("values", ((ScoresAsCritic) model).criticScore(x));
        }
        return answers;
    }

    private void encoded(Map<String, NDArray> answers) {
        Encodes.Code code = ((Encodes) model).encode(x, labels);
        answers.put("codes", code.mean());
        if (code.logVariance() != null) {
            answers.put("codes, log variance", code.logVariance());
        }
    }

    /** Those of the last view. */
    private NDArray deviations() {
        NDArray all = ((Reconstructs) model).deviations(x, labels);
        return all.get(":, " + (all.getShape().get(1) - 1)).reshape(x.getShape());
    }

    private NDArray generated() {
        Generates generator = (Generates) model;
        return generator.generate(codes(generator.latentDimension()), labels);
    }

    private NDArray decoded() {
        Decodes decoder = (Decodes) model;
        return decoder.decode(codes(decoder.latentDimension()), labels);
    }

    private NDArray codes(int latentDimension) {
        long n = x.getShape().get(0);
        NDManager manager = x.getManager();
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[Math.toIntExact(n * latentDimension)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return manager.create(values, new Shape(n, latentDimension));
    }
}
