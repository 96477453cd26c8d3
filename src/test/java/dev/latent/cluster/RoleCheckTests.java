package dev.latent.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class RoleCheckTests {
    private static final String EMBEDDED = "jdbc:h2:file:/home/database/latent";
    private static final String POSTGRES = "jdbc:postgresql://db/latent";

    @ParameterizedTest
    @ValueSource(strings = {"api", "worker"})
    void whoSharesWorkNeedsADatabaseThatIsShared(String role) {
        assertThatThrownBy(() -> check(role, EMBEDDED, "bucket"))
                .hasMessageStartingWith("latent.role=" + role + " needs a database that several processes share")
                .hasMessageContaining("spring.datasource.url=jdbc:postgresql:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "worker"})
    void whoSharesWorkNeedsAStoreThatIsShared(String role) {
        assertThatThrownBy(() -> check(role, POSTGRES, ""))
                .hasMessageStartingWith("latent.role=" + role + " needs a store that several processes share")
                .hasMessageContaining("latent.storage.s3.bucket");
    }

    @Test
    void whoSharesBothStarts() {
        assertThatCode(() -> check("worker", POSTGRES, "bucket")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {EMBEDDED, POSTGRES})
    void whoIsAloneNeedsNothing(String database) {
        assertThatCode(() -> check("all", database, "")).doesNotThrowAnyException();
        assertThatCode(() -> check(null, database, "")).doesNotThrowAnyException();
    }

    private static void check(String role, String database, String bucket) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", database);
        settings.put("latent.storage.s3.bucket", bucket);
        if (role != null) {
            settings.put("latent.role", role);
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new RoleCheck().postProcessEnvironment(environment, new SpringApplication());
    }
}
