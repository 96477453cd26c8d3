package dev.latent.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/** What a run tells on standard output, one JSON object a line, {@code type} first. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunReport.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunReport.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = RunReport.Epoch.class, name = "epoch"),
    @JsonSubTypes.Type(value = RunReport.Preview.class, name = "preview"),
    @JsonSubTypes.Type(value = RunReport.Checkpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = RunReport.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = RunReport.Estimated.class, name = "estimated"),
    @JsonSubTypes.Type(value = RunReport.Failed.class, name = "failed")
})
public sealed interface RunReport {
    /**
     * @param fromStep 0, or the checkpoint's step that the run goes on from
     * @param notes what its owner should know of it, in sentences
     */
    record Started(long fromStep, long steps, int epochs, List<String> notes) implements RunReport {}

    /**
     * At most a few a second.
     *
     * @param epoch the current one, from 1
     * @param losses means over the last hundred steps or more
     * @param stepMillis mean time of a step since the last report
     */
    record Progress(
            long step,
            long steps,
            int epoch,
            int epochs,
            double samplesPerSecond,
            double stepMillis,
            double etaSeconds,
            Map<String, Double> losses)
            implements RunReport {}

    /** An epoch is done. @param losses means over it */
    record Epoch(int epoch, int epochs, long step, Map<String, Double> losses) implements RunReport {}

    /** {@code previews/STEP.png} is there. */
    record Preview(long step) implements RunReport {}

    /** {@code checkpoints/STEP.safetensors} is there. */
    record Checkpoint(long step) implements RunReport {}

    /**
     * {@code version/} is there.
     *
     * @param step the last one; the version may be that of an earlier one
     * @param losses means over the last hundred steps or more, the same whenever the run is repeated
     */
    record Finished(long step, Map<String, Double> losses, StopReason why) implements RunReport {}

    /** What the run would take. */
    record Estimated(Cost cost) implements RunReport {}

    /**
     * The run can't go on.
     *
     * @param code {@code diverged}, {@code dataset-unreadable}, {@code bad-request} …; see {@link Code}
     * @param retry whether another attempt from the last checkpoint may help
     */
    record Failed(String code, String detail, boolean retry) implements RunReport {}

    /** Codes of {@link Failed}. */
    final class Code {
        public static final String DIVERGED = "diverged";
        public static final String BAD_REQUEST = "bad-request";
        public static final String DATASET_UNREADABLE = "dataset-unreadable";
        public static final String DATASET_CHANGED = "dataset-changed";
        public static final String STORAGE = "storage";
        public static final String INTERNAL = "internal";

        private Code() {}
    }
}
