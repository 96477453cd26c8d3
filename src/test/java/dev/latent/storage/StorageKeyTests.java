package dev.latent.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageKeyTests {
    @Test
    void aKeyReadsFromTheOutsideIn() {
        assertThat(StorageKey.of("digits-vae", "3").child("quality.json")).hasToString("digits-vae/3/quality.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", ".aside", "a/b", "a\\b", "a b", "-a", "ä", "a\n"})
    void whatCouldLeadElsewhereIsNoPartOfAKey(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> StorageKey.of("models", name));
    }
}
