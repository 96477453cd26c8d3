package dev.latent.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostDatabaseTests {
    @TempDir
    Path home;

    @Test
    void aNewHomeHasLostNothing() {
        assertThat(LostDatabase.in(home)).isEmpty();
    }

    @Test
    void aHomeWithItsDatabaseHasLostNothing() throws IOException {
        run("one");
        database("content");

        assertThat(LostDatabase.in(home)).isEmpty();
    }

    @Test
    void runsWithoutADatabaseAreToldOf() throws IOException {
        run("one");
        run("two");

        assertThat(LostDatabase.in(home))
                .hasValueSatisfying(told ->
                        assertThat(told).contains("latent.mv.db is missing beside what 2 jobs have left in runs/"));
    }

    @Test
    void anEmptyFileIsNoDatabase() throws IOException {
        run("one");
        database("");

        assertThat(LostDatabase.in(home))
                .hasValueSatisfying(
                        told -> assertThat(told).contains("latent.mv.db is empty beside what 1 job has left in runs/"));
    }

    private void run(String name) throws IOException {
        Files.createDirectories(home.resolve("runs").resolve(name));
    }

    private void database(String content) throws IOException {
        Files.createDirectories(home.resolve("database"));
        Files.writeString(home.resolve("database/latent.mv.db"), content);
    }
}
