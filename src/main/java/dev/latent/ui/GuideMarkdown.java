package dev.latent.ui;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown of {@code docs/} as HTML whose links lead to the guide's pages. */
class GuideMarkdown {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final String GUIDE = "/guide/";
    private static final String ENDING = ".md";

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();

    record Page(String title, String body) {}

    /** @param name where the document stands in {@code docs/}: its links are relative to it */
    Page render(String markdown, String name) {
        Node document = parser.parse(markdown);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(false)
                .attributeProviderFactory(context -> (node, tag, attributes) -> redirect(attributes, name))
                .build();
        return new Page(title(document), renderer.render(document));
    }

    private static void redirect(Map<String, String> attributes, String name) {
        for (String attribute : List.of("href", "src")) {
            String target = attributes.get(attribute);
            if (target == null || target.startsWith("#") || target.startsWith("/") || target.contains(":")) {
                continue;
            }
            String path = URI.create(GUIDE + name).resolve(target).toString().replaceFirst("\\.md(?=#|$)", "");
            if (path.startsWith(GUIDE) && isPage(target) || target.endsWith(".png")) {
                attributes.put(attribute, path.equals(GUIDE + GuidePages.CONTENTS) ? "/guide" : path);
            } else {
                attributes.remove(attribute);
            }
        }
    }

    private static boolean isPage(String target) {
        return target.endsWith(ENDING) || target.contains(ENDING + "#");
    }

    private static String title(Node document) {
        StringBuilder title = new StringBuilder();
        if (document.getFirstChild() instanceof Heading heading) {
            heading.accept(new AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    title.append(text.getLiteral());
                }
            });
        }
        return title.isEmpty() ? "Guide" : title.toString();
    }
}
