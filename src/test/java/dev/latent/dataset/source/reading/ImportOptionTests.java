package dev.latent.dataset.source.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.IdxBytes;
import dev.latent.dataset.source.NpyBytes;
import dev.latent.dataset.source.TestImport;
import dev.latent.dataset.source.Zips;
import dev.latent.dataset.source.upload.UploadForm;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportOptionTests {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "resize, 8, table.csv",
        "channels, 1, table.csv",
        "valueRange, '0,255', table.csv",
        "valueRange, '0,1', table.csv",
        "window, 2, pictures.zip",
        "labelColumn, a, pictures.zip",
        "valueRange, '0,255', pictures.zip",
        "domain, a, pictures.zip",
        "domain, a, table.csv",
        "background, black, table.csv",
        "background, black, images.idx",
        "window, 2, images.idx",
        "labelColumn, a, images.idx",
        "valueRange, '0,255', images.idx",
        "labelColumn, a, vectors.npy",
        "resize, 8, vectors.npy",
        "valueRange, '0,255', vectors.npy",
        "window, 2, bytes.npy",
        "valueRange, '0,255', bytes.npy",
        "labelColumn, a, floats.npy",
        "window, 2, floats.npy",
    })
    void whatCannotApplyIsRefusedByName(String option, String value, String file) throws Exception {
        TestImport imported =
                new TestImport(home).file(file, content(file)).options(new UploadForm(Map.of(option, value)).options());

        assertThatThrownBy(imported::prepared)
                .isInstanceOfSatisfying(
                        DatasetRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo(option))
                .hasMessageStartingWith(option + " is for ")
                .hasMessageEndingWith("; leave it out");
    }

    @Test
    void whatCanApplyIsTaken() throws Exception {
        assertThat(new TestImport(home)
                        .file("floats.npy", content("floats.npy"))
                        .options(new UploadForm(Map.of("valueRange", "0,9", "resize", "3", "channels", "3")).options())
                        .prepared()
                        .description()
                        .shape()
                        .dimensions())
                .containsExactly(3, 3, 3);
    }

    private static byte[] content(String file) throws Exception {
        return switch (file) {
            case "table.csv" -> "a\n1\n2\n3\n4\n5\n6\n7\n8\n".getBytes();
            case "pictures.zip" -> Zips.ofClasses(20, "a").bytes();
            case "images.idx" -> IdxBytes.images(20, 2, 2);
            case "vectors.npy" -> NpyBytes.floats("(4, 1)", 1, 2, 3, 4);
            case "bytes.npy" -> NpyBytes.of("|u1", "(1, 2, 2)", new byte[4]);
            case "floats.npy" -> NpyBytes.floats("(9, 1, 1)", 1, 2, 3, 4, 5, 6, 7, 8, 9);
            default -> throw new AssertionError(file);
        };
    }
}
