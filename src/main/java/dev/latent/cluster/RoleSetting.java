package dev.latent.cluster;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code latent.role}.
 *
 * @param role what this process does: {@code api} answers, {@code worker} trains and measures, {@code all} does both.
 *     Several processes share a PostgreSQL and a bucket
 */
@ConfigurationProperties("latent")
public record RoleSetting(@DefaultValue("all") Role role) {}
