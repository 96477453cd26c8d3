package dev.latent.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database that runs in this process. */
public final class EmbeddedDatabase {
    private static final String SCHEME = "jdbc:h2:";

    private EmbeddedDatabase() {}

    /** Whether a database is of this process alone: the embedded one, in a file. */
    public static boolean isAlone(DataSource database) {
        String url = url(database);
        return is(url) && !url.startsWith(SCHEME + "mem:");
    }

    static boolean is(DataSource database) {
        return is(url(database));
    }

    static boolean is(String url) {
        return url.startsWith(SCHEME) && !url.startsWith(SCHEME + "tcp:") && !url.startsWith(SCHEME + "ssl:");
    }

    private static String url(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be asked what it is", e);
        }
    }
}
