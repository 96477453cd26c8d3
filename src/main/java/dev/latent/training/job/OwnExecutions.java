package dev.latent.training.job;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back, before the scheduler starts, what was being worked on when the service died. Only one process can have
 * the embedded database open, so what is marked there as being worked on is dead; elsewhere missed heartbeats tell.
 */
@Component
@DependsOnDatabaseInitialization
class OwnExecutions implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(OwnExecutions.class);
    private static final String EMBEDDED = "H2";

    private final DataSource database;
    private final JdbcClient jdbc;

    OwnExecutions(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.getMetaData().getDatabaseProductName().equals(EMBEDDED)) {
                return;
            }
        }
        int reclaimed = jdbc.sql("""
                        update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                        version = version + 1 where picked = true""").update();
        LOG.debug("{} executions go on that the last stop had cut off", reclaimed);
    }
}
