package dev.latent.family.vae;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import org.junit.jupiter.api.Test;

/** q(z given x, y) and p(x given z, y) of the CVAE (Sohn 2015). */
@EngineTest
class ConditionalVaeTests {
    private static final long[] LABELS = {0, 1, 2};

    @Test
    void theCodeOfASampleDependsOnItsLabel(NDManager manager) {
        VaeModel model = TinyVae.ofVectors(manager, "\"conditional\": true").model();

        assertThat(first(model.posterior(same(manager), manager.create(LABELS)).mode()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsMadeOfACodeDependsOnTheLabel(NDManager manager) {
        VaeModel model = TinyVae.ofVectors(manager, "\"conditional\": true").model();

        assertThat(first(model.decode(same(manager), manager.create(LABELS)))).doesNotHaveDuplicates();
    }

    @Test
    void unlessItIsConditionalLabelsAreIgnored(NDManager manager) {
        VaeModel model = TinyVae.ofVectors(manager, "\"conditional\": false").model();

        assertThat(first(model.reconstruct(same(manager), manager.create(LABELS))))
                .containsExactly(first(model.reconstruct(same(manager), null)));
    }

    private static NDArray same(NDManager manager) {
        return manager.full(new Shape(LABELS.length, 2), 0.7f);
    }

    private static float[] first(NDArray rows) {
        return rows.get(":, 0").toFloatArray();
    }
}
