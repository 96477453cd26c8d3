package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ScoresAsCritic;
import dev.latent.family.Translates;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwardPassTests {
    private NDManager manager;

    @BeforeEach
    void open() {
        TensorEngine.start();
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void translationGoesTheWayThatIsAskedFor() {
        assertThat(call(Call.TRANSLATE_A_TO_B).run(rows(1, 2, 3, 4), 2).values())
                .containsExactly(2, 3, 4, 5);
        assertThat(call(Call.TRANSLATE_B_TO_A).run(rows(1, 2, 3, 4), 2).values())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void aCriticGivesOneNumberARow() {
        Rows scores = call(Call.CRITIC_SCORE).run(rows(1, 2, 3, 4), 2);

        assertThat(scores.values()).containsExactly(3, 7);
        assertThat(scores.columns().get(0).shape()).isEmpty();
    }

    @Test
    void rowsThatOnlyFillTheBatchAreNotAnswered() {
        assertThat(call(Call.CRITIC_SCORE).run(rows(1, 2), 8).values()).containsExactly(3);
    }

    @Test
    void nothingIsLeftBehind() {
        int before = held();
        for (int i = 0; i < 50; i++) {
            call(Call.TRANSLATE_A_TO_B).run(rows(1, 2, 3, 4), 4);
        }
        assertThat(held()).isEqualTo(before);
    }

    private int held() {
        return ((BaseNDManager) manager).getManagedArrays().size();
    }

    private ForwardPass call(Call call) {
        return new ForwardPass(new PlusOne(), manager, call);
    }

    private static Rows rows(float... values) {
        return Rows.of(values.length / 2, new int[] {2}, values, null);
    }

    /** Adds one from A to B, takes it away from B to A; the critic's value is the sum. */
    private static final class PlusOne implements GenerativeModel, Translates, ScoresAsCritic {
        @Override
        public Map<String, Weights> networks() {
            return Map.of();
        }

        @Override
        public Map<String, LayerDescription> structure() {
            return Map.of();
        }

        @Override
        public NDArray translate(NDArray x, Direction direction) {
            return x.add(direction == Direction.A_TO_B ? 1 : -1);
        }

        @Override
        public NDArray criticScore(NDArray x) {
            return x.sum(new int[] {1});
        }
    }
}
