package dev.latent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Sets {@code latent.home} to a new folder, which goes with the process. */
public final class TemporaryHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path home = create();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("temporaryHome", Map.of("latent.home", home.toString())));
    }

    private static Path create() {
        try {
            Path home = Files.createTempDirectory("latent-home");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(home.toFile())));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
