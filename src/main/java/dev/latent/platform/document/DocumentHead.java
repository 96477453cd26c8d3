package dev.latent.platform.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of {@code /openapi.json}; its body comes from the controllers. */
@Configuration(proxyBeanMethods = false)
class DocumentHead {
    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
                .info(new Info()
                        .title("Latent Server")
                        .description("Trains and serves generative models. Failures are problem details (RFC 9457).")
                        .version(properties == null ? "development" : properties.getVersion())
                        .license(new License().name("Apache-2.0")));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
