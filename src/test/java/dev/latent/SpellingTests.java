package dev.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** British words with the endings of Oxford: colour, grey, standardize. */
class SpellingTests {
    private static final Pattern ENDING = Pattern.compile(
            "\\w*(standard|minim|maxim|optim|recogn|binar|custom|normal|regular|penal|general|summar)is(e|ing|ation|er)\\w*",
            Pattern.CASE_INSENSITIVE);
    /** A field of the interface, and a method of the library that writes its document. */
    private static final List<String> NOT_OURS_TO_CHANGE = List.of("minimises", "customise");

    @Test
    void verbsEndInIze() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"));
                Stream<Path> pages = Files.walk(Path.of("docs"))) {
            assertThat(Stream.concat(sources, pages)
                            .filter(file -> file.toString().endsWith(".java")
                                    || file.toString().endsWith(".md"))
                            .flatMap(SpellingTests::otherEndings))
                    .isEmpty();
        }
    }

    private static Stream<String> otherEndings(Path file) {
        try {
            return ENDING
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group())
                    .filter(word -> !NOT_OURS_TO_CHANGE.contains(word))
                    .map(word -> file + ": " + word)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
