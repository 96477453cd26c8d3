package dev.latent.registry.archive;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param directory a folder that holds one for each model to publish at the first start; it may be missing */
@ConfigurationProperties("latent.models")
public record ShippedModelsProperties(
        @DefaultValue("models") Path directory) {}
