package dev.latent.cluster;

import java.util.Locale;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** Who is to share work needs what can be shared: told before anything is opened. */
public final class RoleCheck implements EnvironmentPostProcessor {
    private static final String ROLE = "latent.role";
    private static final String DATABASE = "spring.datasource.url";
    private static final String BUCKET = "latent.storage.s3.bucket";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Role role = Binder.get(environment).bind(ROLE, Role.class).orElse(Role.ALL);
        if (role == Role.ALL) {
            return;
        }
        String name = ROLE + "=" + role.name().toLowerCase(Locale.ROOT);
        if (EmbeddedDatabase.is(environment.getProperty(DATABASE, ""))) {
            throw new IllegalStateException(name
                    + " needs a database that several processes share, and the embedded one"
                    + " is for one alone; name a PostgreSQL with " + DATABASE + "=jdbc:postgresql://HOST/DATABASE");
        }
        if (!StringUtils.hasText(environment.getProperty(BUCKET))) {
            throw new IllegalStateException(
                    name + " needs a store that several processes share, and the home is for one"
                            + " alone; name a bucket of S3 with " + BUCKET);
        }
    }
}
