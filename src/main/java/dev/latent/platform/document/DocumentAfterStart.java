package dev.latent.platform.document;

import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The document is made once the service is up: made beside its start, as springdoc does, it cost a tenth of it. */
@Configuration(proxyBeanMethods = false)
class DocumentAfterStart {
    @Bean
    static BeanFactoryPostProcessor documentWaitsForTheStart() {
        return beans -> {
            for (String resource : beans.getBeanNamesForType(OpenApiWebMvcResource.class, true, false)) {
                beans.getBeanDefinition(resource).setLazyInit(true);
            }
        };
    }

    /** Its constructor hands the making to a thread of its own. */
    @EventListener(ApplicationReadyEvent.class)
    void make(ApplicationReadyEvent started) {
        started.getApplicationContext()
                .getBeanProvider(OpenApiWebMvcResource.class)
                .ifAvailable(made -> {}); // there is none without HTTP
    }
}
