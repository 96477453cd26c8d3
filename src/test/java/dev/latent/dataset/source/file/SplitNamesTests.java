package dev.latent.dataset.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Split;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitNamesTests {
    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte.gz, TRAIN",
        "t10k-labels-idx1-ubyte, TEST",
        "emnist-letters-test-images-idx3-ubyte, TEST",
        "x_train.npy, TRAIN",
        "xTest.npy, TEST",
        "trainImages.npy, TRAIN",
        "test2.csv, TEST",
        "validation.csv, VALIDATION",
        "val.csv, VALIDATION",
        "data.npz/y_test.npy, TEST",
        "test.npz/x.npy, TEST",
        "train/data.csv, TRAIN"
    })
    void aWordNamesTheSplit(String path, Split split) {
        assertThat(SplitNames.ofPath(path)).contains(split);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest.csv", "contest/data.csv", "values.csv", "constraints.npy", "data.npz/x.npy"})
    void aPartOfAWordDoesNot(String path) {
        assertThat(SplitNames.ofPath(path)).isEmpty();
    }
}
