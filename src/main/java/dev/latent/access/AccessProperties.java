package dev.latent.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code latent.access}.
 *
 * @param hosts names beside localhost by which the service may be asked, such as that of a proxy in front of it; without
 *     any, one that listens on more than loopback may be asked by every name
 * @param origins addresses of web pages elsewhere that may ask the service, such as {@code https://shop.example}
 */
@ConfigurationProperties("latent.access")
record AccessProperties(
        @DefaultValue List<String> hosts, @DefaultValue List<String> origins) {}
