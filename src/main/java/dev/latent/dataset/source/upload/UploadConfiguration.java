package dev.latent.dataset.source.upload;

import dev.latent.dataset.DatasetProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class UploadConfiguration {
    @Bean
    UploadLimits uploadLimits(@Value("${latent.datasets.upload-size}") DataSize size, DatasetProperties properties) {
        return new UploadLimits(size, properties.limits().files());
    }
}
