package dev.latent.dataset.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.source.TestImport;
import dev.latent.dataset.source.Zips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Class folders whose names are more than ASCII, in archives of all kinds of tools. */
class ZipNamesTests {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "IBM437, M\u00fcll, M\u00e4ll",
        "IBM850, \u00c5rhus, \u00c4rhus",
        "IBM850, caf\u00e9, caf\u00ea",
        "IBM866, \u0441\u043e\u0431\u0430\u043a\u0430, \u043a\u043e\u0448\u043a\u0430",
        "IBM866, \u0441\u043e\u043a, \u0441\u043e\u043d",
        "windows-1252, M\u00fcll, M\u00e4ll",
        "GBK, \u732b, \u72d7",
        "GBK, \u8054\u901a, \u79fb\u52a8",
        "Shift_JIS, \u8868, \u88cf",
        "Shift_JIS, \u30bd, \u80fd",
        "Big5, \u529f, \u8c93",
        "UTF-8, M\u00fcll, M\u00e4ll",
    })
    void twoFoldersAreTwoClasses(String charset, String one, String other) throws IOException {
        assertThat(classes(Zips.inCharset(charset).classes(20, one, other))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"IBM437, M\u00fcll", "UTF-8, M\u00fcll", "UTF-8, \u732b"})
    void namesOfWhichNothingIsSaidAreUtf8OrOfTheFirstPcs(String charset, String name) throws IOException {
        assertThat(classes(Zips.inCharset(charset).classes(20, name, "x"))).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"GBK, \u732b", "IBM850, M\u00fcll", "Shift_JIS, \u8868"})
    void theUnicodeFieldSaysWhatANameIs(String charset, String name) throws IOException {
        assertThat(classes(Zips.inCharset(charset).withUnicodeFields().classes(20, name, "x")))
                .contains(name);
    }

    @Test
    void theFlagSaysThatANameIsUtf8() throws IOException {
        assertThat(classes(new Zips().classes(20, "\u732b", "caf\u00e9"))).containsExactly("caf\u00e9", "\u732b");
    }

    /** A tool that doesn't know the field keeps it when it renames the entry. */
    @Test
    void aUnicodeFieldOfAnotherNameIsNotBelieved() throws IOException {
        byte[] zip = Zips.inCharset("IBM437")
                .withUnicodeFields()
                .classes(20, "M\u00fcll", "x")
                .bytes();

        byte[] renamed = Zips.replaced(zip, new byte[] {'M', (byte) 0x81, 'l', 'l', '/'}, "Rest/".getBytes());

        assertThat(classes(renamed)).containsExactly("Rest", "x");
    }

    private List<String> classes(Zips zip) throws IOException {
        return classes(zip.bytes());
    }

    private List<String> classes(byte[] zip) throws IOException {
        try (Dataset dataset = new TestImport(home).file("p.zip", zip).prepared()) {
            return dataset.description().classes();
        }
    }
}
