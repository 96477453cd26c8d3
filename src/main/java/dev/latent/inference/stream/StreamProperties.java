package dev.latent.inference.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code latent.inference}, of requests with any number of samples.
 *
 * @param streams how many requests with more samples than go into one forward may run at a time; further ones are answered
 *     with 503
 * @param spool the most that all answers to such requests together may take on the disk until their requests have been
 *     read; what is more is sent while the rest of the request comes
 */
@Validated
@ConfigurationProperties("latent.inference")
record StreamProperties(
        @DefaultValue("8") @Min(1) @Max(1024) int streams,
        @DefaultValue("1GB") DataSize spool) {}
