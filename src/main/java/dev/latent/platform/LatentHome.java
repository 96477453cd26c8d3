package dev.latent.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Settles {@code latent.home}: as it was set (then made absolute, as H2 wants it), else a {@code latent} folder in the
 * user's data directory.
 */
public final class LatentHome implements EnvironmentPostProcessor {
    private static final String PROPERTY = "latent.home";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String configured = environment.getProperty(PROPERTY);
        Path home = configured == null || configured.isBlank()
                ? dataDirectory(System.getProperty("os.name"), System.getProperty("user.home"), System::getenv)
                        .resolve("latent")
                : Path.of(configured);
        Map<String, Object> settled =
                Map.of(PROPERTY, home.toAbsolutePath().normalize().toString());
        environment.getPropertySources().addFirst(new MapPropertySource("latentHome", settled));
    }

    /** The user's data directory by the custom of the operating system. */
    static Path dataDirectory(String system, String userHome, UnaryOperator<@Nullable String> variables) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Path.of(orElse(variables.apply("LOCALAPPDATA"), userHome));
        }
        if (name.startsWith("mac")) {
            return Path.of(userHome, "Library", "Application Support");
        }
        return Path.of(orElse(variables.apply("XDG_DATA_HOME"), userHome + "/.local/share"));
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : Objects.requireNonNull(value);
    }
}
