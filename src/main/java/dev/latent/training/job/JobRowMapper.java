package dev.latent.training.job;

import dev.latent.family.Json;
import dev.latent.run.StopReason;
import dev.latent.training.JobStatus;
import dev.latent.training.request.TrainingPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;

/** Reads a whole row of the table of jobs. */
final class JobRowMapper implements RowMapper<TrainingJob> {
    private static final TypeReference<List<String>> NOTES = new TypeReference<>() {};

    @Override
    public TrainingJob mapRow(ResultSet row, int at) throws SQLException {
        return new TrainingJob(
                row.getLong("number"),
                row.getString("id"),
                Json.MAPPER.readValue(row.getString("plan"), TrainingPlan.class),
                JobStatus.valueOf(row.getString("status")),
                row.getInt("attempt"),
                row.getInt("failures"),
                times(row),
                new TrainingJob.Steps(row.getLong("start_step"), row.getObject("checkpoint_step", Long.class)),
                progress(row.getString("progress")),
                remarks(row),
                error(row),
                row.getObject("model_version", Integer.class));
    }

    private static TrainingJob.Times times(ResultSet row) throws SQLException {
        return new TrainingJob.Times(
                Objects.requireNonNull(instant(row, "created_at")),
                Objects.requireNonNull(instant(row, "queued_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Utc.instant(row.getObject(column, OffsetDateTime.class));
    }

    private static @Nullable JobProgress progress(@Nullable String json) {
        return json == null ? null : Json.MAPPER.readValue(json, JobProgress.class);
    }

    private static TrainingJob.Remarks remarks(ResultSet row) throws SQLException {
        String notes = row.getString("notes");
        String stop = row.getString("stop_code");
        return new TrainingJob.Remarks(
                notes == null ? List.of() : Json.MAPPER.readValue(notes, NOTES),
                stop == null ? null : new StopReason(stop, row.getString("stop_detail")),
                row.getString("verdict"));
    }

    private static @Nullable JobError error(ResultSet row) throws SQLException {
        String code = row.getString("error_code");
        return code == null ? null : new JobError(code, row.getString("error_detail"));
    }
}
