package dev.latent.run;

/** A run that can't go on, for a reason that its owner should read. */
public final class RunFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String detail;
    private final boolean retry;

    public RunFailure(String code, String detail, boolean retry) {
        super(detail);
        this.detail = detail;
        this.code = code;
        this.retry = retry;
    }

    /** One of {@link RunReport.Code}. */
    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** Whether another attempt from the last checkpoint may help. */
    public boolean retry() {
        return retry;
    }
}
