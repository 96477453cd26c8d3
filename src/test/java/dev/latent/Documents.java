package dev.latent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** The project's documents: the README, {@code docs/}, and what stands beside them. */
final class Documents {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    private Documents() {}

    /** All that newcomers read, relative to the project. */
    static Stream<Path> all() {
        return Stream.concat(
                Stream.of(
                                "README.md",
                                "CONTRIBUTING.md",
                                "CHANGELOG.md",
                                "models/README.md",
                                "helm/latent-server/README.md")
                        .map(Path::of),
                inDocs());
    }

    private static Stream<Path> inDocs() {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(ROOT::relativize)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path document) {
        return ROOT.resolve(document);
    }

    static Node parse(Path document) {
        try {
            return Parser.builder().build().parse(Files.readString(file(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks between fences whose language is {@code info}. */
    static List<String> blocks(Path document, String info) {
        List<String> blocks = new ArrayList<>();
        parse(document).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (block.getInfo().equals(info)) {
                    blocks.add(block.getLiteral());
                }
            }
        });
        return blocks;
    }
}
