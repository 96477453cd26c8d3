package dev.latent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuideMarkdownTests {
    private final GuideMarkdown markdown = new GuideMarkdown();

    @Test
    void aPageIsCalledByItsFirstHeading() {
        assertThat(markdown.render("# Own `pictures` here\n\ntext", "own-pictures")
                        .title())
                .isEqualTo("Own  here");
    }

    @Test
    void linksBetweenDocumentsLeadToTheirPages() {
        assertThat(body("[a](denoise.md) [b](family/vae.md#defaults) [c](README.md)"))
                .contains("href=\"/guide/denoise\"", "href=\"/guide/family/vae#defaults\"", "href=\"/guide\"");
    }

    @Test
    void linksOfAFamilysPageAreRelativeToIt() {
        assertThat(markdown.render("[back](../train.md) ![p](../pictures/vae.png)", "family/vae")
                        .body())
                .contains("href=\"/guide/train\"", "src=\"/guide/pictures/vae.png\"");
    }

    @Test
    void aFileThatIsNoPageOfTheGuideIsNamedWithoutALink() {
        assertThat(body("[units](latent-server.service) [code](../CONTRIBUTING.md)"))
                .doesNotContain("href");
    }

    @Test
    void otherLinksStay() {
        assertThat(body("[here](/docs) [there](#below)")).contains("href=\"/docs\"", "href=\"#below\"");
    }

    private String body(String text) {
        return markdown.render(text, "README").body();
    }
}
