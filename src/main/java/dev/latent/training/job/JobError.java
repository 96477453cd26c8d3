package dev.latent.training.job;

import dev.latent.child.ChildEnd;
import dev.latent.problem.ClientText;
import dev.latent.run.RunReport;
import java.util.regex.Pattern;

/**
 * Why a job failed.
 *
 * @param code {@code diverged}, {@code killed}, {@code memory} …
 * @param detail a sentence for the client
 */
public record JobError(String code, String detail) {
    /** Its dataset or its starting point is gone, or its program did not start. */
    public static final String UNPREPARED = "unprepared";
    /** What it learns from has other content now. */
    public static final String DATASET_CHANGED = RunReport.Code.DATASET_CHANGED;
    /** Its result could not be published. */
    public static final String UNPUBLISHED = "unpublished";

    private static final int LONGEST = 4000;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,63}");

    /** Of a process that gave no reason of its own. */
    public static JobError of(ChildEnd end) {
        boolean memory = end.code().equals(ChildEnd.Code.MEMORY);
        return new JobError(end.code(), end.detail() + (memory ? "; a smaller batchSize may help" : ""));
    }

    public JobError {
        code = CODE.matcher(code).matches() ? code : ChildEnd.Code.CRASHED;
        detail = ClientText.of(detail);
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }
}
