package dev.latent.dataset.source.found;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetProperties;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.IdxBytes;
import dev.latent.dataset.source.NpyBytes;
import dev.latent.dataset.source.Zips;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundDatasetsTests {
    @TempDir
    Path home;

    @TempDir
    Path directory;

    @Test
    void foldersInEveryKnownFormatAreDatasets() throws IOException {
        write("idx/train-images-idx3-ubyte", IdxBytes.images(12, 4, 4));
        write("table/train.csv", "a,b\n1,2\n3,4\n".getBytes());
        write("array/train.npy", NpyBytes.floats("(2, 1)", 1, 2));
        write(
                "archive/data.npz",
                new Zips().file("x_train.npy", NpyBytes.floats("(2, 1)", 1, 2)).bytes());
        for (int i = 0; i < 20; i++) {
            write("pictures/" + "ab".charAt(i % 2) + "/" + i + ".png", Zips.picture(i, 1, 4, 4));
        }

        assertThat(List.of("idx", "table", "array", "archive", "pictures"))
                .allSatisfy(name -> assertThat(datasets().find(name)).isPresent());
        assertThat(datasets().find("pictures").orElseThrow().classes()).containsExactly("a", "b");
    }

    @Test
    void aFolderOfTwoDomainsIsTwoDatasets() throws IOException {
        for (int i = 0; i < 12; i++) {
            write("horses/" + List.of("trainA", "trainB").get(i % 2) + "/" + i + ".jpg", Zips.picture(i, 1, 4, 4));
        }
        write("horses/testA/x.png", Zips.picture(20, 1, 4, 4));
        write("horses/testB/y.png", Zips.picture(21, 1, 4, 4));
        write("horses/testB/z.png", Zips.picture(22, 1, 4, 4));

        assertThat(datasets().find("horses")).isEmpty();
        assertThat(datasets().find("horses-a").orElseThrow().count(Split.TEST)).isEqualTo(1);
        assertThat(datasets().find("horses-b").orElseThrow().count(Split.TEST)).isEqualTo(2);
    }

    @Test
    void aFolderOfSomethingElseIsNone() throws IOException {
        write("notes/README.md", "hello".getBytes());

        assertThat(datasets().find("notes")).isEmpty();
        assertThat(datasets().has("notes")).isFalse();
        assertThat(datasets().refused()).isEmpty();
    }

    @Test
    void aFolderWhoseNameIsNoneIsLeftOut() throws IOException {
        write("My Data/train.csv", "a\n1\n".getBytes());

        assertThat(datasets().has("My Data")).isFalse();
    }

    @Test
    void anEmptyClassFolderIsRefused() throws IOException {
        write("pictures/a/1.png", Zips.picture(1, 1, 4, 4));
        Files.createDirectories(directory.resolve("pictures/b"));
        Datasets datasets = datasets();

        assertThat(datasets.find("pictures")).isEmpty();
        assertThat(datasets.refused())
                .containsEntry("pictures", "b: this class folder has no picture; put pictures in it or leave it out");
    }

    @Test
    void changedFilesAreReadAgain() throws IOException {
        Path file = write("table/train.csv", "a\n1\n2\n".getBytes());
        String before = digest("table");
        Files.write(file, "a\n1\n3\n".getBytes());
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));

        assertThat(digest("table")).isNotEqualTo(before);
    }

    @Test
    void aLinkToAFolderIsFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Files.write(elsewhere.resolve("train.csv"), "a\n1\n2\n".getBytes());
        Files.createSymbolicLink(directory.resolve("linked"), elsewhere);

        assertThat(datasets().find("linked")).isPresent();
    }

    @Test
    void aMissingDirectoryHasNoDatasets() {
        DatasetProperties nowhere = new DatasetProperties(directory.resolve("nowhere"), ImportLimits.usual());

        assertThat(new FoundDatasets(nowhere, new LatentHome(home)).all()).isEmpty();
    }

    private String digest(String name) {
        return datasets().find(name).map(DatasetDescription::digest).orElseThrow();
    }

    private Path write(String path, byte[] content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private Datasets datasets() {
        DatasetProperties properties = new DatasetProperties(directory, ImportLimits.usual());
        return new Datasets(List.of(new FoundDatasets(properties, new LatentHome(home))));
    }
}
