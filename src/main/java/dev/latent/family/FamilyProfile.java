package dev.latent.family;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a family says of itself.
 *
 * @param id names it in requests and files
 * @param minimises the objective as a formula
 * @param paper authors, title and year
 * @param operations everything that a model of this family may be able to do; which of it a model can, tells
 *     {@link ModelFamily#operations(Record, DataShape)}
 */
public record FamilyProfile(
        String id,
        String title,
        String minimises,
        String paper,
        Set<Operation> operations,
        TrainingDefaults trainingDefaults) {
    public FamilyProfile {
        EnumSet<Operation> ordered = EnumSet.noneOf(Operation.class);
        ordered.addAll(operations);
        operations = Collections.unmodifiableSet(ordered);
    }

    /** Whether it learns between two datasets. */
    public boolean unpaired() {
        return operations.contains(Operation.TRANSLATE);
    }

    /**
     * Defaults of a training job.
     *
     * @param epochs how often it sees every sample, at least
     * @param updates how many batches it learns from, at least: few samples are seen more often
     */
    public record TrainingDefaults(int epochs, int batchSize, long updates) {}
}
