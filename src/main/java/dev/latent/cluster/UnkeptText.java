package dev.latent.cluster;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Whether something failed because the database keeps no such text: PostgreSQL knows no character U+0000. */
public final class UnkeptText {
    private static final String NOT_A_CHARACTER = "22021";

    private UnkeptText() {}

    public static boolean isWhy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && NOT_A_CHARACTER.equals(sql.getSQLState()));
    }
}
