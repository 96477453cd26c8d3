package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latent.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class QueueCapacityTests {
    private final QueueCapacity capacity = new QueueCapacity(
            new InferenceProperties(DataSize.ofBytes(1), 1, 1, true, DataSize.ofBytes(100), List.of()));

    @Test
    void whoComesWhenTheQueueIsFullIsAskedToComeBack() {
        capacity.take(90);

        Problem problem = catchThrowableOfType(Problem.class, () -> capacity.take(20));

        assertThat(problem.getStatusCode().value()).isEqualTo(503);
        assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("1");
    }

    @Test
    void whatWasRefusedTakesNoRoom() {
        capacity.take(90);
        catchThrowableOfType(Problem.class, () -> capacity.take(20));

        assertThatCode(() -> capacity.take(10)).doesNotThrowAnyException();
        assertThat(capacity.held()).isEqualTo(100);
    }

    @Test
    void roomThatIsGivenBackIsTakenAgain() {
        capacity.take(90);
        capacity.giveBack(90);
        assertThatCode(() -> capacity.take(90)).doesNotThrowAnyException();
    }

    @Test
    void aRequestLargerThanTheQueueIsServedWhenNobodyElseWaits() {
        assertThatCode(() -> capacity.take(1000)).doesNotThrowAnyException();
    }
}
