package dev.latent.registry;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param directory holds a folder for each model to publish at the first start; it may be missing */
@ConfigurationProperties("latent.models")
record ShippedModelsProperties(@DefaultValue("models") Path directory) {}
