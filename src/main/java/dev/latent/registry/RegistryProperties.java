package dev.latent.registry;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param directory where versions are kept, as {@code MODEL/VERSION/}
 * @param maxImport the largest version that may be imported, packed or not
 */
@ConfigurationProperties("latent.registry")
record RegistryProperties(
        Path directory, @DefaultValue("1GB") DataSize maxImport) {}
