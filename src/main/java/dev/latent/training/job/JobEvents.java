package dev.latent.training.job;

import dev.latent.family.Json;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each job, in order; of each kind only the newest are kept. */
@Repository
public class JobEvents {
    private final JdbcClient jdbc;

    JobEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the caller's transaction, which has changed the job's row and so holds it. */
    void append(String job, JobEvent.Name name, Object data) {
        jdbc.sql("update training_job set last_event = last_event + 1 where id = ?")
                .param(job)
                .update();
        jdbc.sql("""
                        insert into training_event (job, id, name, data)
                        select id, last_event, ?, ? from training_job where id = ?""")
                .params(name.id(), Json.MAPPER.writeValueAsString(data), job)
                .update();
        prune(job, name);
    }

    private void prune(String job, JobEvent.Name name) {
        jdbc.sql("""
                        delete from training_event where job = :job and name = :name and id <= (
                            select id from training_event where job = :job and name = :name
                            order by id desc limit 1 offset :kept)""")
                .param("job", job)
                .param("name", name.id())
                .param("kept", name.kept())
                .update();
    }

    public List<JobEvent> after(String job, long id, int limit) {
        return jdbc.sql("select id, name, data from training_event where job = ? and id > ? order by id limit ?")
                .params(job, id, limit)
                .query((row, at) -> new JobEvent(
                        row.getLong("id"),
                        JobEvent.Name.valueOf(row.getString("name").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("data")))
                .list();
    }
}
