package dev.latent.cluster;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;

/** Whether something failed because the database can't be reached now. Later it can. */
public final class DatabaseAway {
    /** Connections that broke or are refused, a server that goes down or comes up, a request that was ended there, no place for one more. */
    private static final List<String> STATES = List.of("08", "57P", "25P03", "53300");

    private DatabaseAway() {}

    public static boolean isWhy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && isWhy(sql));
    }

    private static boolean isWhy(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || state != null && STATES.stream().anyMatch(state::startsWith);
    }
}
