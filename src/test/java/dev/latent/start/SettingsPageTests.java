package dev.latent.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.GeneratedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

class SettingsPageTests {
    private static final Pattern USED = Pattern.compile("\\$\\{(latent\\.[a-z.-]+)");
    private static final Map<String, String> TYPES = Map.of(
            "Integer", "whole number",
            "Long", "whole number",
            "Boolean", "true or false",
            "DataSize", "size",
            "Duration", "time",
            "Path", "path",
            "URI", "address",
            "String", "text");
    /** Of the framework's many, those that somebody who runs the service asks for. */
    private static final Map<String, String> OF_THE_FRAMEWORK = ordered(
            "server.port", "Where it listens; 0 takes a free port.",
            "server.address", "From whom it takes requests: `0.0.0.0` is everybody.",
            "server.shutdown", "Whether requests under way are answered before it ends.",
            "spring.lifecycle.timeout-per-shutdown-phase", "How long they may take then.",
            "spring.datasource.url", "The database. Its file lies in the home.",
            "management.endpoints.web.exposure.include", "What answers under `/actuator`.");

    private static final String HEAD = """
            # Settings

            Written by `mvn test -Dtest=SettingsPageTests -Ddocs.write` from what the code declares; a test holds it to that.

            A setting is given, the first that is found:
            - on the command line, behind the jar: `java -jar latent-server.jar --latent.home=/data`;
            - as a variable of the environment, in capitals with `_` for `.` and `-`: `LATENT_HOME=/data`;
            - in an `application.yaml` in the folder that the service is started in, or in `config/` there.

            A misspelt `latent.…` or a value that can't be ends the start with a line that says so; a variable that sets nothing is a warning in the log, as it may be another program's.
            Sizes are written `512MB` or `2GB`, times `30s`, `10m` or `2h`.
            `java -jar latent-server.jar help settings` prints the same list.

            """;

    @Test
    void theSettingsPageTellsWhatTheCodeDeclares() throws IOException {
        new GeneratedPage("settings.md").hold(HEAD + own() + framework(), SettingsPageTests.class);
    }

    @Test
    void everyPlaceholderOfASettingIsDeclared() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|yaml)"))
                    .toList()) {
                USED.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).isNotEmpty();
        assertThat(KnownSettings.own().names()).containsAll(used);
    }

    private static String own() throws IOException {
        Map<String, String> values = shipped();
        return table(
                KnownSettings.own().all().stream().map(setting -> {
                    Object value = setting.defaultValue() == null ? values.get(setting.name()) : setting.defaultValue();
                    return row(setting.name(), value, TYPES.getOrDefault(simple(setting.type()), ""), setting.text());
                }),
                "## Of this service\n| setting | default | type | what it is |\n|---|---|---|---|\n");
    }

    private static String framework() throws IOException {
        Map<String, String> values = shipped();
        return table(
                OF_THE_FRAMEWORK.entrySet().stream()
                        .map(setting -> "| `%s` | %s | %s |"
                                .formatted(setting.getKey(), value(values.get(setting.getKey())), setting.getValue())),
                "\n## Of the framework\nSpring Boot's settings all count; these are the ones that the service sets or that are asked for most.\nThe build chooses which parts there are: settings that switch whole parts on or off (`management.server.port`, `springdoc.swagger-ui.enabled`) need `-Dspring.aot.enabled=false` before `-jar`.\n\n| setting | default | what it is |\n|---|---|---|\n");
    }

    private static String row(String name, Object value, String type, String text) {
        return "| `%s` | %s | %s | %s |".formatted(name, value(value), type, text.replaceAll("\\s+", " "));
    }

    private static String value(Object value) {
        return value == null ? "" : "`" + value + "`";
    }

    private static String table(Stream<String> rows, String head) {
        return head + rows.collect(Collectors.joining("\n", "", "\n"));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static Map<String, String> shipped() throws IOException {
        PropertySource<?> yaml = new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .get(0);
        return ((Map<?, ?>) yaml.getSource())
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> ordered = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put(pairs[i], pairs[i + 1]);
        }
        return ordered;
    }
}
