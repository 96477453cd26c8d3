package dev.latent.run.validation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;

/** What the training minimizes. @param judged one, or those of a cross-fit, whose mean is taken */
record ObjectiveMeasure(List<Judged> judged) implements Measure {
    @Override
    public String name() {
        return "validationLoss";
    }

    @Override
    public String meaning() {
        return "the objective";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public double take(NDManager manager) throws IOException {
        double sum = 0;
        for (Judged one : judged) {
            sum += one.mean(
                    batch -> {
                        NDArray objective = one.model().step().objective(batch);
                        return objective == null ? Double.NaN : objective.getFloat();
                    },
                    manager);
        }
        return sum / judged.size();
    }
}
