package dev.latent.evaluation;

import dev.latent.task.TaskLine;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The line of versions that wait to be measured. */
@Component
class EvaluationQueue {
    static final String LINE = "evaluation";

    private final TaskLine line;
    private final Clock clock;

    EvaluationQueue(@Qualifier(LINE) TaskLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** With the caller's transaction, or not at all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Evaluation evaluation) {
        line.add(Turn.of(evaluation).toString(), clock.instant());
    }

    /** Names one request to measure one version. */
    record Turn(String model, int version, long request) {
        static Turn of(Evaluation evaluation) {
            return new Turn(evaluation.model(), evaluation.version(), evaluation.request());
        }

        static Turn parse(String task) {
            String[] parts = task.split("/");
            return new Turn(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return model + "/" + version + "/" + request;
        }
    }
}
