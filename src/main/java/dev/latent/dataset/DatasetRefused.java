package dev.latent.dataset;

import java.io.IOException;
import java.util.List;

/** Files make no dataset; the message names the file, or what the client asked for, and the reason. */
public final class DatasetRefused extends IOException {
    private final String field;
    private final boolean tooLarge;
    private final List<String> reasons;

    private DatasetRefused(String message, String field, boolean tooLarge) {
        this(message, field, tooLarge, List.of(message));
    }

    private DatasetRefused(String message, String field, boolean tooLarge, List<String> reasons) {
        super(message);
        this.reasons = reasons;
        this.field = field;
        this.tooLarge = tooLarge;
    }

    public DatasetRefused(String file, String reason) {
        this(file + ": " + reason, "file", false);
    }

    /** It would take more than this service gives. */
    public static DatasetRefused tooLarge(String file, String reason) {
        return new DatasetRefused(file + ": " + reason, "file", true);
    }

    /** The files may be fine, but not with this option. @param option the upload's field */
    public static DatasetRefused option(String option, String reason) {
        return new DatasetRefused(option + " " + reason, option, false);
    }

    /** Several files that each make none. @param faults at least one, of one field */
    public static DatasetRefused several(List<DatasetRefused> faults) {
        DatasetRefused first = faults.get(0);
        return faults.size() == 1
                ? first
                : new DatasetRefused(
                        first.getMessage() + "; and " + (faults.size() - 1) + " more that can't be taken",
                        first.field,
                        false,
                        faults.stream().map(DatasetRefused::getMessage).toList());
    }

    /** One a file where several are wrong, else the message. */
    public List<String> reasons() {
        return reasons;
    }

    /** The field of an upload that is to be changed. */
    public String field() {
        return field;
    }

    public boolean isTooLarge() {
        return tooLarge;
    }
}
