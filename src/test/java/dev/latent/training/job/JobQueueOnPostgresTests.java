package dev.latent.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.TemporaryPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The queue, step by step, on PostgreSQL. */
@DirtiesContext
@ContextConfiguration(initializers = TemporaryPostgres.class)
class JobQueueOnPostgresTests extends JobQueueTests {
    @Test
    void thisIsPostgres() {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL");
    }
}
