package dev.latent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.DeferredLogs;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class SettingsCheckTests {
    private final StandardEnvironment environment = new StandardEnvironment();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--latent.training.queue-capacity=3",
                "--latent.training.queueCapacity=3",
                "--latent.training.queue_capacity=3",
                "--latent.training.memory=4GB",
                "--latent.training.silence=90s",
                "--latent.datasets.directory=",
                "--latent.datasets.limits.picture-size=1MB",
                "--latent.evaluation.automatic=off",
                "--latentish.home=x",
            })
    void aSettingMayBeWrittenAsSpringTakesIt(String argument) {
        commandLine(argument);
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--latent.traning.heap=1GB            | there is no setting latent.traning.heap; did you mean latent.training.heap?",
                "--latent.training.concurency=2       | did you mean latent.training.concurrency?",
                "--latent.datasets.limits.clases=2    | did you mean latent.datasets.limits.classes?",
                "--latent.something.else=2            | there is no setting latent.something.else",
                "--latent.training.heap=a lot         | latent.training.heap must be a size such as 512MB or 2GB, not 'a lot'",
                "--latent.training.concurrency=two    | latent.training.concurrency must be a whole number, not 'two'",
                "--latent.training.silence=soon       | latent.training.silence must be a time such as 30s, 10m or 2h, not 'soon'",
                "--latent.evaluation.automatic=maybe  | latent.evaluation.automatic must be true or false, not 'maybe'",
            })
    void anUnknownNameOrAValueOfAnotherTypeIsRefused(String argument, String told) {
        commandLine(argument);
        assertThatThrownBy(this::check).isInstanceOf(SettingRefused.class).hasMessageContaining(told);
    }

    @Test
    void ofAFileTheLineIsTold() throws IOException {
        yaml("server:\n  port: 1\nlatent:\n  training:\n    queue: 3\n");
        assertThatThrownBy(this::check)
                .hasMessageContaining("there is no setting latent.training.queue")
                .hasMessageContaining("line 5");
    }

    @Test
    void theShippedFileHasNoUnknownSetting() throws IOException {
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        environment.getPropertySources().addLast(new MapPropertySource("home", Map.of("latent.home", "x")));
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void aVariableOfAnotherProgramDoesNotEndTheStart() {
        variables(Map.of("LATENT_TRAINING_QUEUE_CAPACITY", "3", "LATENT_SERVICE_HOST", "10.0.0.1", "LATENT_FOO", "1"));
        assertThatCode(this::check).doesNotThrowAnyException();
        assertThat(SettingsCheck.unknown(Map.of(
                        "LATENT_HOME", "x",
                        "LATENT_TRAINING_QUEUE_CAPACITY", "3",
                        "LATENT_TRAINING_QUEUECAPACITY", "3",
                        "LATENT_SERVICE_HOST", "10.0.0.1",
                        "LATENT_PORT_8080_TCP_ADDR", "10.0.0.1",
                        "LATENT_HOEM", "x")))
                .containsExactly("LATENT_HOEM");
    }

    @Test
    void aVariablesValueIsHeldAgainstItsTypeToo() {
        variables(Map.of("LATENT_TRAINING_QUEUE_CAPACITY", "many"));
        assertThatThrownBy(this::check)
                .hasMessage("latent.training.queue-capacity must be a whole number, not 'many'"
                        + " (LATENT_TRAINING_QUEUE_CAPACITY)");
    }

    private void commandLine(String argument) {
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(argument));
    }

    private void yaml(String text) throws IOException {
        for (PropertySource<?> source : new YamlPropertySourceLoader()
                .load("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))) {
            environment.getPropertySources().addFirst(source);
        }
    }

    private void variables(Map<String, Object> variables) {
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    }

    private void check() {
        new SettingsCheck(new DeferredLogs()).postProcessEnvironment(environment, new SpringApplication());
    }
}
