package dev.latent.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.paging.PageRequest;
import dev.latent.training.JobStatus;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A page of jobs costs what is on it, however many there are. */
class JobFilterTests {
    private static final int JOBS = 20_000;
    private static final int LIMIT = 50;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static JdbcClient jdbc;

    @BeforeAll
    static void manyFinishedJobs() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        insert into training_job (id, family, model, dataset_a, plan, status, attempt, failures,
                            last_event, created_at, queued_at)
                        select x, 'vae', 'm' || mod(x, 2), 'ring', '{}', 'SUCCEEDED', 1, 0, 0, current_timestamp,
                            current_timestamp
                        from system_range(1, ?)""").param(JOBS).update();
        jdbc.sql("analyze").update();
    }

    @ParameterizedTest
    @CsvSource({",,,", ",,,10000", "SUCCEEDED,,,", "SUCCEEDED,,,10000", ",m1,,", ",m1,,10000", ",,vae,", ",,vae,10000"})
    void aPageReadsNoMoreThanItself(
            @Nullable JobStatus status, @Nullable String model, @Nullable String family, @Nullable String after) {
        JobFilter.Query query = new JobFilter(status, model, family).query(new PageRequest(LIMIT, after));

        String plan = jdbc.sql("explain analyze " + query.sql())
                .params(query.parameters())
                .query(String.class)
                .single();

        Matcher scanned = SCANNED.matcher(plan);
        assertThat(scanned.find()).isTrue();
        assertThat(Integer.parseInt(scanned.group(1))).isLessThan(3 * LIMIT);
    }
}
