package dev.latent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownHostsTests {
    private final KnownHosts hosts = KnownHosts.of(List.of("latent.example", "other.example:8443"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "latent.localhost:8080",
                "127.0.0.1",
                "127.0.0.1:8080",
                "127.1.2.3:1",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]:8080"
            })
    void loopbackIsKnownByAllItsNames(String host) {
        assertThat(hosts.know(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evillocalhost",
                "10.0.0.1:8080",
                "[::2]",
                "0.0.0.0",
                "a b"
            })
    void anotherNameIsNot(String host) {
        assertThat(hosts.know(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"latent.example", "Latent.Example:443", "other.example:8443"})
    void namesThatAreSetAreKnown(String host) {
        assertThat(hosts.know(host)).isTrue();
    }

    @Test
    void aRequestOfHttp10HasNone() {
        assertThat(hosts.know(null)).isTrue();
    }
}
