package dev.latent.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which jobs a list holds; null for all. */
record JobFilter(
        @Nullable JobStatus status,
        @Nullable String model,
        @Nullable String family) {
    static final JobFilter ALL = new JobFilter(null, null, null);

    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        if (status != null) {
            columns.put("status", status.name());
        }
        if (model != null) {
            columns.put("model", model);
        }
        if (family != null) {
            columns.put("family", family);
        }
        return columns;
    }
}
