package dev.latent.registry.archive;

import dev.latent.registry.RegistryProperties;
import dev.latent.registry.RegistryRebuild;
import java.io.IOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Before the service is ready, the registry holds what its folders hold and what ships with the service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RegistryProperties.class, ShippedModelsProperties.class})
class RegistryStart implements ApplicationRunner {
    private final RegistryRebuild rebuild;
    private final ShippedModels shipped;

    RegistryStart(RegistryRebuild rebuild, ShippedModels shipped) {
        this.rebuild = rebuild;
        this.shipped = shipped;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        rebuild.run();
        shipped.publish();
    }
}
