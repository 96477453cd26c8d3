package dev.latent.registry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Before the service is ready, the registry holds what its folders hold and what ships with the service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RegistryProperties.class, ShippedModelsProperties.class})
class RegistryStart implements ApplicationRunner {
    private static final Duration LONGEST_PUBLISHING = Duration.ofHours(1);

    private final ArtifactStore store;
    private final RegistryRebuild rebuild;
    private final ShippedModels shipped;

    RegistryStart(ArtifactStore store, RegistryRebuild rebuild, ShippedModels shipped) {
        this.store = store;
        this.rebuild = rebuild;
        this.shipped = shipped;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        store.sweep(Instant.now().minus(LONGEST_PUBLISHING));
        rebuild.run();
        shipped.publish();
    }
}
