package dev.latent;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Assumptions;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases that the service runs on. A test of PostgreSQL skips, and says so, where none can be started. */
public enum TestDatabase {
    H2 {
        @Override
        public String url() {
            return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        }
    },
    POSTGRESQL {
        @Override
        public String url() {
            Assumptions.assumeTrue(Server.POSTGRES != null, "PostgreSQL can't be started here: " + Server.reason);
            String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
            try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.POSTGRES.getJdbcUrl("postgres", name);
        }
    };

    /** Of a new, empty database. */
    public abstract String url();

    /** A new, empty database. */
    public DataSource create() {
        return new DriverManagerDataSource(url());
    }

    /** A new database with the service's tables. */
    public DataSource migrated() {
        DataSource database = create();
        migration(database).load().migrate();
        return database;
    }

    /** As the service is configured. */
    public FluentConfiguration migration(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .outOfOrder(true)
                .locations("classpath:db/migration", "classpath:db/" + name().toLowerCase(java.util.Locale.ROOT));
    }

    /** A new, empty database, as settings of the service. */
    public Map<String, Object> settings() {
        String user = this == H2 ? "sa" : "postgres";
        return Map.of("spring.datasource.url", url(), "spring.datasource.username", user);
    }

    /** One for all tests of this process; it ends with it. */
    private static final class Server {
        private static String reason = "";
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException | RuntimeException e) {
                reason = e.toString();
                return null;
            }
        }
    }
}
