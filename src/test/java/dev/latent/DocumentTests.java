package dev.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTests {
    private static final int README_LINES = 150;
    private static final Set<String> LANGUAGES =
            Set.of("sh", "sh by-hand", "text", "json", "java", "csv", "ini", "nginx", "scala", "python");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

    static Stream<Path> documents() {
        return Documents.all();
    }

    @Test
    void theReadmeIsReadInMinutes() throws IOException {
        assertThat(Files.readAllLines(Documents.file(Path.of("README.md")))).hasSizeLessThanOrEqualTo(README_LINES);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) {
        assertThat(targets(document).filter(target -> !target.contains(":") && !target.startsWith("/")))
                .allSatisfy(target ->
                        assertThat(leadsSomewhere(document, target)).as(target).isTrue());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyBlockOfCodeSaysWhatItIs(Path document) {
        List<String> languages = new ArrayList<>();
        Documents.parse(document).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                languages.add(block.getInfo());
            }
        });
        assertThat(LANGUAGES).containsAll(languages);
    }

    private static boolean leadsSomewhere(Path document, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? Documents.file(document)
                : Documents.file(document).resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    private static Set<String> anchors(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> NOT_IN_ANCHORS.matcher(heading).replaceAll("").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Stream<String> targets(Path document) {
        List<String> targets = new ArrayList<>();
        Documents.parse(document).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                targets.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                targets.add(image.getDestination());
            }
        });
        return targets.stream();
    }
}
