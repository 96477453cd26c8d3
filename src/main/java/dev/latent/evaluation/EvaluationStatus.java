package dev.latent.evaluation;

/** Where measuring a version stands; what is measured has a card instead. */
enum EvaluationStatus {
    QUEUED,
    RUNNING,
    FAILED
}
