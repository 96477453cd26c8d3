package dev.latent.inference.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code latent.inference.large-pictures}: those that are denoised part by part, as they are too large for the memory.
 *
 * @param pixels the most pixels (height × width, of all pages of a TIFF together) of a picture
 * @param space the most that all of them together may take on the disk until they are answered
 * @param together how many are denoised at a time; further ones are answered with 503
 */
@Validated
@ConfigurationProperties("latent.inference.large-pictures")
record LargePictureProperties(
        @DefaultValue("268435456") @Min(1) long pixels,
        @DefaultValue("4GB") @NotNull DataSize space,
        @DefaultValue("2") @Min(1) @Max(64) int together) {}
