package dev.latent.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The guide's pages as HTML, made from their Markdown at the first need. */
@Component
class GuidePages {
    static final String CONTENTS = "README";
    private static final String FOLDER = "guide/";

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>%s – Latent Server</title>
              <link rel="icon" href="/ui/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/ui/page.css">
            </head>
            <body>
              <header>
                <a class="brand" href="/"><img src="/ui/icon.svg" alt="" width="28" height="28"> Latent Server</a>
                <nav aria-label="Pages"><a href="/">Overview</a> <a href="/guide">Guide</a> <a href="/docs">Interface</a></nav>
              </header>
              <main class="guide">
            %s
              </main>
            </body>
            </html>
            """;

    private final GuideMarkdown markdown = new GuideMarkdown();
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    /** @param name of the document without its ending, such as {@code denoise} or {@code family/vae} */
    Optional<String> find(String name) {
        String known = pages.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Resource document = new ClassPathResource(FOLDER + name + ".md");
        if (!document.exists()) {
            return Optional.empty();
        }
        return Optional.of(pages.computeIfAbsent(name, it -> page(document, it)));
    }

    Optional<Resource> picture(String name) {
        return Optional.<Resource>of(new ClassPathResource(FOLDER + "pictures/" + name))
                .filter(Resource::exists);
    }

    private String page(Resource document, String name) {
        try {
            GuideMarkdown.Page page = markdown.render(document.getContentAsString(StandardCharsets.UTF_8), name);
            return FRAME.formatted(HtmlUtils.htmlEscape(page.title()), page.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
