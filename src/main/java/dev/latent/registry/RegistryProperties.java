package dev.latent.registry;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param directory where the versions of models are kept, as {@code MODEL/VERSION/}
 * @param maxImport the largest version of a model that may be imported, packed or not
 */
@ConfigurationProperties("latent.registry")
public record RegistryProperties(
        Path directory, @DefaultValue("1GB") DataSize maxImport) {}
