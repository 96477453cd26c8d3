package dev.latent.training;

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
record JobError(String code, String detail) {
    /** Its dataset or its starting point is gone, or its program did not start. */
    static final String UNPREPARED = "unprepared";
    /** What it learns from has other content now. */
    static final String DATASET_CHANGED = RunReport.Code.DATASET_CHANGED;
    /** Its result could not be published. */
    static final String UNPUBLISHED = "unpublished";

    private static final int LONGEST = 4000;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,63}");

    /** Of a process that gave no reason of its own. */
    static JobError of(ChildEnd end) {
        boolean memory = end.code().equals(ChildEnd.Code.MEMORY);
        return new JobError(end.code(), end.detail() + (memory ? "; a smaller batchSize may help" : ""));
    }

    JobError {
        code = CODE.matcher(code).matches() ? code : ChildEnd.Code.CRASHED;
        detail = ClientText.of(detail);
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }
}
