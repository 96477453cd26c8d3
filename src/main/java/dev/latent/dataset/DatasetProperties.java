package dev.latent.dataset;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code latent.datasets}.
 *
 * @param directory a folder whose folders are found as datasets at the start; none by default
 */
@Validated
@ConfigurationProperties("latent.datasets")
public record DatasetProperties(
        @Nullable Path directory,

        @Valid @NotNull @NestedConfigurationProperty @DefaultValue
        ImportLimits limits) {}
