package dev.latent.task;

import dev.latent.cluster.EmbeddedDatabase;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a line is kept.
 *
 * @param shared whether other processes may work on it at the same time
 */
record LineTable(DataSource database, String name, boolean shared) {
    private static final Logger LOG = LoggerFactory.getLogger(LineTable.class);

    static LineTable of(DataSource database, String name) {
        return new LineTable(database, name, !EmbeddedDatabase.isAlone(database));
    }

    /** How often a process tells that it still works on a task; four times missed, and another one takes it. */
    Duration heartbeat() {
        return shared ? Duration.ofSeconds(2) : Duration.ofSeconds(15);
    }

    /**
     * Gives what was being worked on when the service died its place back. Only one process can have the embedded
     * database open, so what is marked there as being worked on is dead; elsewhere missed heartbeats tell.
     */
    void reclaim() {
        if (!shared) {
            int reclaimed =
                    JdbcClient.create(database).sql("update " + name + """
                             set picked = false, picked_by = null, last_heartbeat = null,
                            version = version + 1 where picked = true""").update();
            LOG.debug("{} tasks of {} go on that the last stop had cut off", reclaimed, name);
        }
    }
}
