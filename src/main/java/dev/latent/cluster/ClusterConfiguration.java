package dev.latent.cluster;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({RoleSetting.class, StartPatience.class})
class ClusterConfiguration {
    @Bean
    MachineTime machineTime() {
        return Instant::now;
    }

    /** Of the embedded database, which runs on this machine, the machine's. */
    @Bean
    Clock clock(DataSource database, MachineTime machine) {
        return EmbeddedDatabase.is(database) ? Clock.systemUTC() : new DatabaseClock(machine, () -> ask(database));
    }

    private static Instant ask(DataSource database) {
        return Objects.requireNonNull(JdbcClient.create(database)
                        .sql("select current_timestamp")
                        .query((row, at) -> row.getObject(1, OffsetDateTime.class))
                        .single())
                .toInstant();
    }
}
