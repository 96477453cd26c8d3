package dev.latent.training.job;

import dev.latent.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers for a day which job an {@code Idempotency-Key} of a client made. */
@Repository
class RequestKeys {
    private static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The job that the request made before. @throws Problem 422 if the key came with another body */
    Optional<String> find(RequestKey key) {
        return jdbc.sql(
                        "select job, body_hash from training_request_key where client = ? and request_key = ? and created_at > ?")
                .params(key.client(), key.key(), Utc.of(oldest()))
                .query((row, at) -> {
                    if (!row.getString("body_hash").equals(key.bodyHash())) {
                        throw otherBody();
                    }
                    return row.getString("job");
                })
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the key came a second time meanwhile */
    void keep(RequestKey key, String job) {
        jdbc.sql("delete from training_request_key where created_at <= ?")
                .param(Utc.of(oldest()))
                .update();
        jdbc.sql(
                        "insert into training_request_key (client, request_key, body_hash, job, created_at) values (?, ?, ?, ?, ?)")
                .params(key.client(), key.key(), key.bodyHash(), job, Utc.of(clock.instant()))
                .update();
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    private static Problem otherBody() {
        String detail = "This Idempotency-Key came with another body before; use a new key for a new job";
        return Problem.invalidHeader("Idempotency-Key", detail);
    }
}
