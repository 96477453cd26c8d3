package dev.latent.home;

import dev.latent.files.TemporaryFolders;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LatentHome.class)
class HomeConfiguration {
    /** {@code temporary} of the home: swept when the service starts, gone when it ends. */
    @Bean
    TemporaryFolders temporaryFolders(LatentHome home) throws IOException {
        return TemporaryFolders.in(home.resolve("temporary"));
    }
}
