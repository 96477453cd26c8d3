package dev.latent.platform.failure;

import dev.latent.platform.RequestIds;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Makes problems of requests that are so broken that Tomcat answers them itself. */
@Configuration(proxyBeanMethods = false)
class BareErrors {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrorsAsProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Valve.class.getName());
            }
        });
    }

    /** Tomcat makes it by its name. */
    public static final class Valve extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(RequestIds.HEADER, RequestIds.newId());
            try {
                response.getReporter()
                        .write(
                                "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"The request is not valid HTTP\"}"
                                        .formatted(status.getReasonPhrase(), status.value()));
            } catch (IOException e) {
                container.getLogger().debug("The client is gone", e);
            }
        }
    }
}
