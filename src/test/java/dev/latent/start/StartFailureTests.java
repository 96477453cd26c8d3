package dev.latent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latent.home.HomeLock;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.validation.annotation.Validated;

/** A start of a service that does nothing but listen. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {
    @TempDir
    Path home;

    @Test
    void aSecondServerOnOneHomeIsToldWhoHoldsIt(CapturedOutput output) {
        try (ConfigurableApplicationContext first = start()) {
            Throwable failure = catchThrowable(this::start);

            int port = ((WebServerApplicationContext) first).getWebServer().getPort();
            assertThat(output.getErr().lines())
                    .containsExactly("latent-server: the home " + home + " is in use by the server of process "
                            + ProcessHandle.current().pid() + " at http://127.0.0.1:" + port
                            + "; stop it, or choose another home with --latent.home");
            assertThat(StartFailure.exitCode(failure)).isEqualTo(1);
        }
    }

    @Test
    void aHomeIsFreeAgainAfterItsServerHasEnded() {
        start().close();
        start().close();
        assertThat(home.resolve("server.json")).doesNotExist();
    }

    @Test
    void aPortInUseIsToldInOneLine(CapturedOutput output) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Throwable failure = catchThrowable(() -> start("--server.port=" + taken.getLocalPort()));

            assertThat(output.getErr().lines())
                    .singleElement()
                    .asString()
                    .startsWith("latent-server: port " + taken.getLocalPort() + " is in use")
                    .contains("--server.port=");
            assertThat(StartFailure.exitCode(failure)).isEqualTo(1);
        }
    }

    @Test
    void aValueBeyondItsBoundsIsToldInOneLine(CapturedOutput output) {
        Throwable failure = catchThrowable(() -> start("--bounded.most-things=0"));

        assertThat(output.getErr().lines())
                .containsExactly("latent-server: bounded.most-things must be greater than or equal to 1, not 0");
        assertThat(StartFailure.exitCode(failure)).isEqualTo(2);
    }

    @Test
    void aValueOfAnotherTypeIsToldInOneLine(CapturedOutput output) {
        Throwable failure = catchThrowable(() -> start("--bounded.most-things=many"));

        assertThat(output.getErr().lines()).containsExactly("latent-server: bounded.most-things can't be 'many'");
        assertThat(StartFailure.exitCode(failure)).isEqualTo(2);
    }

    @Test
    void anUnknownSettingIsToldInOneLine(CapturedOutput output) {
        Throwable failure = catchThrowable(() -> start("--latent.hom=x"));

        assertThat(output.getErr().lines())
                .containsExactly("latent-server: there is no setting latent.hom; did you mean latent.home?");
        assertThat(StartFailure.exitCode(failure)).isEqualTo(2);
    }

    private ConfigurableApplicationContext start(String... more) {
        SpringApplication service = new SpringApplication(Listening.class);
        service.addListeners(new HomeLock());
        List<String> arguments = new ArrayList<>(List.of("--latent.home=" + home, "--logging.level.root=off"));
        arguments.addAll(more.length == 0 ? List.of("--server.port=0") : List.of(more));
        return service.run(arguments.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Bounded.class)
    static class Listening {
        @Bean
        ServletWebServerFactory tomcat(Environment environment) {
            TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
            factory.setAddress(InetAddress.getLoopbackAddress());
            factory.setPort(Integer.parseInt(environment.getRequiredProperty("server.port")));
            return factory;
        }
    }

    @Validated
    @ConfigurationProperties("bounded")
    record Bounded(@Min(1) @DefaultValue("1") int mostThings) {}
}
