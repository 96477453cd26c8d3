package dev.latent.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A home that was in use and has lost its database: the service starts, and says that it starts as good as empty. */
final class LostDatabase {
    /** H2 makes a new database of a missing and of an empty file alike, without a word. */
    private static final String FILE = "database/latent.mv.db";

    private static final String RUNS = "runs";

    private LostDatabase() {}

    /** Before the database is opened. @return what is to be told, if it is gone */
    static Optional<String> in(Path home) {
        try {
            long runs = runs(home.resolve(RUNS));
            return runs == 0 || hasContent(home.resolve(FILE)) ? Optional.empty() : Optional.of(told(home, runs));
        } catch (IOException e) {
            return Optional.of("The home " + home + " can't be looked at: " + e);
        }
    }

    private static long runs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).count();
        }
    }

    private static boolean hasContent(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > 0;
    }

    private static String told(Path home, long runs) {
        return "The database " + home.resolve(FILE) + " is " + (Files.exists(home.resolve(FILE)) ? "empty" : "missing")
                + " beside what " + runs + (runs == 1 ? " job has" : " jobs have") + " left in " + RUNS
                + "/: a new one is made, in which there are no jobs; models and datasets are found again in their"
                + " folders. If there is a copy of the database, stop the service, put it back and start again";
    }
}
