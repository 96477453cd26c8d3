package dev.latent.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.latent.Http;
import dev.latent.ServiceTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** The page in a real browser. Its screenshots are kept in {@code target/screenshots}, to be looked at. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTests {
    @LocalServerPort
    int port;

    @Autowired
    RestTestClient client;

    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start();
    }

    @AfterAll
    void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsTheShippedModelsWithTheirSamples() {
        Page page = open("/");

        assertThat(page.locator("article h3")).containsText(new String[] {"digits-translator", "mnist-cgan"});
        assertThat(page.getByAltText("Samples of mnist-vae")).isVisible();
        assertNothingWentWrong();
    }

    @Test
    void generatesTheLabelThatIsChosen() {
        Page page = open("/");
        Locator generate = page.getByLabel("Generate");

        generate.getByLabel("Label").selectOption("3");
        generate.getByRole(AriaRole.BUTTON).click();

        assertThat(generate.getByAltText("generated")).isVisible();
        assertNothingWentWrong();
    }

    @Test
    void denoisesAPictureOfOnesOwn() {
        byte[] digit = new Http(client)
                .get("/v1/datasets/digits/samples?split=test&index=0&count=1", Http.PNG)
                .getResponseBody();
        Page page = open("/");
        Locator denoise = page.getByLabel("Denoise");

        denoise.locator("input[type=file]").setInputFiles(new FilePayload("digit.png", "image/png", digit));

        assertThat(denoise.getByAltText("denoised")).isVisible();
        assertNothingWentWrong();
    }

    @Test
    void tellsWhatIsWrongWithAPicture() {
        Page page = open("/");
        Locator denoise = page.getByLabel("Denoise");

        denoise.locator("input[type=file]")
                .setInputFiles(new FilePayload("notes.png", "image/png", "not a picture".getBytes()));

        assertThat(denoise.getByRole(AriaRole.ALERT)).isVisible();
        browser.complaints().removeIf(complaint -> complaint.contains("status of 4"));
        assertNothingWentWrong();
    }

    @Test
    void followsAJobToItsEnd() {
        String job = submit("{'family': 'vae', 'dataset': 'ring', 'model': 'watched', 'steps': 30, 'seed': 1}");
        Page page = open("/#/jobs/" + job);

        assertThat(page.getByText("succeeded"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(60_000));
        assertThat(page.locator(".chart canvas")).isVisible();
        assertThat(page.getByRole(AriaRole.FIGURE).first()).isVisible();
        Browser.keep(page, "job");
        assertNothingWentWrong();
    }

    @Test
    void showsDatasetsWithTheirClassBalance() {
        Page page = open("/#/datasets");

        assertThat(page.getByAltText("Samples of digits").first()).isVisible();
        assertThat(page.locator(".balance").first())
                .hasAttribute("aria-label", java.util.regex.Pattern.compile("Training samples by class: 0 \\d+.*"));
        assertNothingWentWrong();
    }

    @Test
    void isWalkedByKeyboard() {
        Page page = open("/");
        assertThat(page.getByText("Try it")).isVisible();

        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        for (int link = 0; link < 4; link++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Datasets")))
                .isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void fitsEveryWidthInLightAndDark(int width, ColorScheme colors) {
        for (String address : new String[] {"/", "/guide", "/docs"}) {
            Page page = browser.open("http://127.0.0.1:" + port + address, width, 900, colors);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            String name = address.equals("/") ? "overview" : address.substring(1);
            Browser.keep(page, name + "-" + width + "-" + colors.name().toLowerCase(java.util.Locale.ROOT));
            if (!address.equals("/docs")) {
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(width);
            }
        }
    }

    private Page open(String address) {
        browser.complaints().clear();
        return browser.open("http://127.0.0.1:" + port + address, 1280, 900, ColorScheme.LIGHT);
    }

    private void assertNothingWentWrong() {
        assertThat(browser.complaints()).isEmpty();
    }

    private String submit(String json) {
        return JsonMapper.shared()
                .readTree(new Http(client)
                        .post(
                                "/v1/training-jobs",
                                Http.JSON,
                                json.replace('\'', '"').getBytes(),
                                Http.JSON)
                        .getResponseBody())
                .path("id")
                .asString();
    }
}
