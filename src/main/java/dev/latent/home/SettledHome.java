package dev.latent.home;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Lets other settings say {@code ${latent.home}}: it is always there, and absolute, as H2 wants it. */
public final class SettledHome implements EnvironmentPostProcessor {
    private static final String PROPERTY = "latent.home";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String configured = environment.getProperty(PROPERTY);
        boolean given = configured != null && !configured.isBlank();
        LatentHome home = new LatentHome(given ? Path.of(configured) : null);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "settledHome", Map.of(PROPERTY, home.home().toString())));
    }
}
