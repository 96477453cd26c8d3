package dev.latent.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@ServiceTest
class OperatePageTests {
    private static final Path UNIT = Path.of("docs/latent-server.service");
    private static final Path PAGE = Path.of("docs/operate.md");
    private static final Path IMAGE = Path.of("Dockerfile");
    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Pattern VARIABLE = Pattern.compile("\\b(LATENT_[A-Z0-9_]+)(?:=|: )");
    private static final Pattern SETTING = Pattern.compile("\\b(latent\\.[a-z-]+[a-z0-9.-]*[a-z])\\b");
    private static final Pattern FOLDER = Pattern.compile("`([a-z]+)/`");

    @Value("${latent.home}")
    Path home;

    @Test
    void whatTheServiceKeepsInItsHomeIsToldToItsLast() throws IOException {
        List<String> told = all(FOLDER, Files.readString(PAGE));
        try (Stream<Path> kept = Files.list(home)) {
            assertThat(kept.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .isNotEmpty()
                    .isSubsetOf(told);
        }
    }

    @Test
    void variablesAndSettingsOfUnitImageComposeAndPageAreThere() throws IOException {
        String all =
                Files.readString(UNIT) + Files.readString(IMAGE) + Files.readString(COMPOSE) + Files.readString(PAGE);
        List<String> variables = KnownSettings.own().all().stream()
                .flatMap(setting -> setting.variables().stream())
                .toList();

        assertThat(all(VARIABLE, all)).contains("LATENT_HOME", "LATENT_ROLE").isSubsetOf(variables);
        assertThat(all(SETTING, Files.readString(PAGE)))
                .isNotEmpty()
                .isSubsetOf(KnownSettings.own().names());
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
