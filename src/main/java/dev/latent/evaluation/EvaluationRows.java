package dev.latent.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The evaluations that wait, run or have failed, in the database. */
@Component
class EvaluationRows {
    private static final int LONGEST_DETAIL = 2000;

    private final JdbcClient jdbc;

    EvaluationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Evaluation> find(String model, int version) {
        return jdbc.sql("select * from evaluation where model = ? and version = ?")
                .params(model, version)
                .query(EvaluationRows::evaluation)
                .optional();
    }

    /** Asks for a version to be measured, instead of what was asked before; others wait until the transaction's end. */
    Evaluation queue(String model, int version, @Nullable Integer samples) {
        jdbc.sql("select id from evaluation_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        long request = find(model, version).map(Evaluation::request).orElse(0L) + 1;
        delete(model, version);
        jdbc.sql(
                        "insert into evaluation (model, version, request, samples, status, failures) values (?, ?, ?, ?, ?, 0)")
                .params(model, version, request, samples, EvaluationStatus.QUEUED.name())
                .update();
        return new Evaluation(model, version, request, samples, EvaluationStatus.QUEUED, 0, null);
    }

    /** @return whether this request still counts */
    boolean become(Evaluation evaluation, EvaluationStatus status, int failures, @Nullable String detail) {
        return jdbc.sql("""
                        update evaluation set status = ?, failures = ?, detail = ?
                        where model = ? and version = ? and request = ?""")
                        .params(status.name(), failures, shortened(detail))
                        .params(evaluation.model(), evaluation.version(), evaluation.request())
                        .update()
                > 0;
    }

    /** Whether this request still counts. */
    boolean isCurrent(Evaluation evaluation) {
        return find(evaluation.model(), evaluation.version())
                .filter(found -> found.request() == evaluation.request())
                .isPresent();
    }

    /** The card is there. */
    void done(Evaluation evaluation) {
        jdbc.sql("delete from evaluation where model = ? and version = ? and request = ?")
                .params(evaluation.model(), evaluation.version(), evaluation.request())
                .update();
    }

    void delete(String model, int version) {
        jdbc.sql("delete from evaluation where model = ? and version = ?")
                .params(model, version)
                .update();
    }

    private static @Nullable String shortened(@Nullable String detail) {
        return detail == null || detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    private static Evaluation evaluation(ResultSet row, int number) throws SQLException {
        return new Evaluation(
                row.getString("model"),
                row.getInt("version"),
                row.getLong("request"),
                row.getObject("samples", Integer.class),
                EvaluationStatus.valueOf(row.getString("status")),
                row.getInt("failures"),
                row.getString("detail"));
    }
}
