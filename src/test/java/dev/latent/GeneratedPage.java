package dev.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document, or a part of one, that the code dictates: {@code mvn test -Dtest=… -Ddocs.write} writes it anew. */
public record GeneratedPage(Path page) {
    private static final boolean WRITE = System.getProperty("docs.write") != null;

    /** @param file under {@code docs/} */
    public GeneratedPage(String file) {
        this(Path.of("docs", file));
    }

    /** Holds the page to the text. */
    public void hold(String text, Class<?> test) throws IOException {
        if (WRITE) {
            Files.createDirectories(page.toAbsolutePath().getParent());
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("write it anew: mvn test -Dtest=%s -Ddocs.write", test.getSimpleName())
                .hasContent(text);
    }

    /** Holds what stands between {@code <!-- section:begin -->} and {@code <!-- section:end -->} to the text. */
    public void holdSection(String section, String text, Class<?> test) throws IOException {
        String whole = Files.readString(page);
        String begin = "<!-- " + section + ":begin -->\n";
        int from = whole.indexOf(begin) + begin.length();
        int to = whole.indexOf("<!-- " + section + ":end -->");
        hold(whole.substring(0, from) + text + whole.substring(to), test);
    }
}
