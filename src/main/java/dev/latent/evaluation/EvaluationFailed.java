package dev.latent.evaluation;

/** A version that can't be measured; trying again would not help. */
final class EvaluationFailed extends Exception {
    private static final long serialVersionUID = 1;

    EvaluationFailed(String reason) {
        super(reason);
    }
}
