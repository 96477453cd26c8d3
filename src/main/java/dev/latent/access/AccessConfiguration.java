package dev.latent.access;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Before anything else looks at a request: by which name it came, and from which page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {
    private static final int BEHIND_FORWARDED_HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<HostCheck> hostCheck(
            AccessProperties access,
            Environment environment,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        String address = environment.getProperty("server.address", "");
        FilterRegistrationBean<HostCheck> check =
                new FilterRegistrationBean<>(new HostCheck(KnownHosts.of(access.hosts()), problems));
        check.setEnabled(KnownHosts.isLoopback(address) || !access.hosts().isEmpty());
        check.setOrder(BEHIND_FORWARDED_HEADERS);
        return check;
    }

    @Bean
    FilterRegistrationBean<CorsFilter> originCheck(
            AccessProperties access, @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        CorsFilter filter = new CorsFilter(new PagesElsewhere(access.origins()));
        filter.setCorsProcessor(new RefusedOrigins(problems));
        FilterRegistrationBean<CorsFilter> check = new FilterRegistrationBean<>(filter);
        check.setOrder(BEHIND_FORWARDED_HEADERS + 1);
        return check;
    }
}
