package dev.latent.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDataDirectoryTests {
    private static final Path USER = Path.of("/home/ada").toAbsolutePath();

    @Test
    void linuxHasItWhereXdgSays() {
        Path data = Path.of("/data/ada").toAbsolutePath();

        assertThat(UserDataDirectory.of("Linux", USER, Map.of("XDG_DATA_HOME", data.toString())))
                .isEqualTo(data);
    }

    @Test
    void linuxHasItBelowTheUsersHome() {
        assertThat(UserDataDirectory.of("Linux", USER, Map.of())).isEqualTo(USER.resolve(".local/share"));
    }

    @Test
    void aRelativeXdgPathIsIgnored() {
        assertThat(UserDataDirectory.of("Linux", USER, Map.of("XDG_DATA_HOME", "here")))
                .isEqualTo(USER.resolve(".local/share"));
    }

    @Test
    void aMacHasItInItsLibrary() {
        assertThat(UserDataDirectory.of("Mac OS X", USER, Map.of()))
                .isEqualTo(USER.resolve("Library/Application Support"));
    }

    @Test
    void windowsHasItInItsLocalApplicationData() {
        assertThat(UserDataDirectory.of("Windows 11", USER, Map.of())).isEqualTo(USER.resolve("AppData/Local"));
    }
}
