package dev.latent.training.job;

import dev.latent.paging.PageRequest;
import dev.latent.training.JobStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs a list holds; null for all.
 *
 * @param status only jobs of this status
 * @param model only jobs that train this model
 * @param family only jobs of this family
 */
public record JobFilter(
        @Nullable JobStatus status,
        @Nullable String model,
        @Nullable String family) {
    /** Newest first, one more than the page holds. */
    Query query(PageRequest page) {
        Map<String, String> columns = columns();
        List<String> conditions = new ArrayList<>(
                columns.keySet().stream().map(column -> column + " = ?").toList());
        List<Object> parameters = new ArrayList<>(columns.values());
        Long before = page.afterNumber();
        if (before != null) {
            conditions.add("number < ?");
            parameters.add(before);
        }
        parameters.add(page.limit() + 1);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return new Query("select * from training_job" + where + order(columns) + " limit ?", parameters);
    }

    /** An index is read in its order, and no further than the page, where its first column is named too. */
    private static String order(Map<String, String> columns) {
        String first = columns.isEmpty() ? "" : columns.keySet().iterator().next() + ", ";
        return " order by " + first + "number desc";
    }

    /** The most telling first. */
    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        if (model != null) {
            columns.put("model", model);
        }
        if (family != null) {
            columns.put("family", family);
        }
        if (status != null) {
            columns.put("status", status.name());
        }
        return columns;
    }

    record Query(String sql, List<Object> parameters) {}
}
