package dev.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page under {@code docs/} that the code dictates: {@code mvn test -Dtest=… -Ddocs.write} writes it anew. */
public record GeneratedPage(String file) {
    private static final boolean WRITE = System.getProperty("docs.write") != null;

    /** Holds the page to the text. */
    public void hold(String text, Class<?> test) throws IOException {
        Path page = Path.of("docs", file);
        if (WRITE) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("write it anew: mvn test -Dtest=%s -Ddocs.write", test.getSimpleName())
                .hasContent(text);
    }
}
