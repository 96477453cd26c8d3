package dev.latent.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.latent.TestDatabase;
import dev.latent.storage.s3.S3Outage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanInitializationException;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that finds what it needs away. */
@ExtendWith(OutputCaptureExtension.class)
class StartPatienceTests {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void itGoesOnWhenWhatWasAwayComesAndTellsMeanwhileWhatItWaitsFor(CapturedOutput output) throws Exception {
        String opened = open(Duration.ofMinutes(1), 2, new ConnectException("nobody listens"));

        assertThat(opened).isEqualTo("open");
        assertThat(output.getOut().lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .endsWith("The start waits for the bucket, 60 s at most: nobody listens");
    }

    @Test
    void whatIsRefusedEndsItAtOnce() {
        assertThatThrownBy(() -> open(Duration.ofMinutes(1), 1, new FileNotFoundException("no such bucket")))
                .hasMessage("no such bucket");
        assertThat(tries).hasValue(1);
    }

    @Test
    void itEndsWithItsReasonWhenPatienceDoes() {
        assertThatThrownBy(() -> open(Duration.ZERO, 1, new ConnectException("nobody listens")))
                .hasMessage("nobody listens");
        assertThat(tries).hasValue(1);
    }

    @Test
    void aPostgresThatComesUpLaterIsWaitedFor(CapturedOutput output) throws Exception {
        URI database = URI.create(TestDatabase.POSTGRESQL.url().substring("jdbc:".length()));
        try (S3Outage way = new S3Outage(database.getPort());
                HikariDataSource pool = pool(database, way)) {
            way.begin();
            Thread starting = new Thread(() -> start(pool, Duration.ofMinutes(1)));
            starting.start();
            Awaitility.await()
                    .until(() -> output.getOut().contains("The start waits for the database jdbc:postgresql:"));

            way.end();
            starting.join();

            assertThat(pool.getConnection().isValid(1)).isTrue();
            assertThat(output.getOut()).doesNotContain("password=");
        }
    }

    @Test
    void aPostgresThatStaysAwayEndsTheStart() throws IOException {
        URI database = URI.create(TestDatabase.POSTGRESQL.url().substring("jdbc:".length()));
        try (S3Outage way = new S3Outage(database.getPort());
                HikariDataSource pool = pool(database, way)) {
            way.begin();

            assertThatThrownBy(() -> start(pool, Duration.ZERO)).isInstanceOf(BeanInitializationException.class);
        }
    }

    private String open(Duration patience, int untilTry, Exception failure) throws Exception {
        return new StartPatience(patience)
                .open(
                        "the bucket",
                        () -> {
                            if (tries.incrementAndGet() <= untilTry) {
                                throw failure;
                            }
                            return "open";
                        },
                        ConnectException.class::isInstance);
    }

    private static HikariDataSource pool(URI database, S3Outage way) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + way.port() + database.getPath() + "?password=");
        pool.setUsername("postgres");
        pool.setConnectionTimeout(1000);
        return pool;
    }

    private static void start(HikariDataSource pool, Duration patience) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("patience", new StartPatience(patience));
        new PostgresConnections(beans.getBeanProvider(StartPatience.class))
                .postProcessAfterInitialization(pool, "pool");
    }
}
