package dev.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a database that an older release made become today's, with what is in them. */
class MigrationTests {
    private static final Map<String, Integer> RELEASED =
            Map.of("1", 740807292, "201", -378552343, "401", 1073438237, "601", 1771911601, "801", 1229558626);

    @TempDir
    Path lastRelease;

    @ParameterizedTest
    @EnumSource
    void whatTheLastReleaseWroteIsStillThere(TestDatabase kind) throws IOException {
        DataSource database = kind.create();
        copyScriptsOfTheLastRelease();
        kind.migration(database).locations("filesystem:" + lastRelease).load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into model (name, last_version) values ('digits', 3)").update();
        jdbc.sql("insert into dataset (name, folder, document, deleting) values ('mine', 'mine.1', '{}', false)")
                .update();
        jdbc.sql("""
                        insert into training_job (id, family, model, dataset_a, plan, status, attempt, failures,
                            last_event, created_at, queued_at)
                        values ('j', 'vae', 'digits', 'mine', '{}', 'FAILED', 3, 3, 1, current_timestamp, current_timestamp)""").update();
        jdbc.sql("insert into training_event (job, id, name, data) values ('j', 1, 'status', '{}')")
                .update();

        Flyway today = kind.migration(database).load();
        today.migrate();

        today.validate();
        assertThat(jdbc.sql("select last_version from model where name = 'digits'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select folder from dataset").query(String.class).single())
                .isEqualTo("mine.1");
        assertThat(jdbc.sql("select data from training_event join training_job on job = training_job.id")
                        .query(String.class)
                        .single())
                .isEqualTo("{}");
    }

    /** Without what has come since, some of it with lower numbers. */
    private void copyScriptsOfTheLastRelease() throws IOException {
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(Path.of("src/main/resources/db/migration"))) {
            for (Path script : scripts) {
                String name = script.getFileName().toString();
                if (RELEASED.containsKey(name.substring(1, name.indexOf("__")))) {
                    Files.copy(script, lastRelease.resolve(name));
                }
            }
        }
    }

    @Test
    void theServiceTakesScriptsInAnyOrder() {
        var settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));

        assertThat(Objects.requireNonNull(settings.getObject()).get("spring.flyway.out-of-order"))
                .as("as these tests do")
                .isEqualTo(true);
    }

    @Test
    void theScriptsOfReleasesNeverChange() {
        Flyway flyway = TestDatabase.H2.migration(TestDatabase.H2.create()).load();

        assertThat(Arrays.stream(flyway.info().all())
                        .collect(Collectors.toMap(
                                script -> script.getVersion().getVersion(), MigrationInfo::getChecksum)))
                .containsAllEntriesOf(RELEASED);
    }

    @ParameterizedTest
    @EnumSource
    void namesAreInTheOrderOfTheirCharactersNumbers(TestDatabase kind) {
        JdbcClient jdbc = JdbcClient.create(kind.migrated());
        List<String> names = List.of("a-b", "a.c", "a1", "a_b", "aa", "b");
        names.forEach(
                name -> jdbc.sql("insert into dataset (name, folder, document, deleting) values (?, ?, '', false)")
                        .params(name, name)
                        .update());

        assertThat(jdbc.sql("select name from dataset order by name")
                        .query(String.class)
                        .list())
                .isEqualTo(names);
    }
}
