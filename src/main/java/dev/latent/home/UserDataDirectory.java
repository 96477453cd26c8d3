package dev.latent.home;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder for a user's application data, as each operating system has it. */
final class UserDataDirectory {
    private UserDataDirectory() {}

    static Path ofThisMachine() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    static Path of(String operatingSystem, Path userHome, Map<String, String> environment) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return userHome.resolve("Library").resolve("Application Support");
        }
        if (system.startsWith("windows")) {
            return absoluteOr(
                    environment.get("LOCALAPPDATA"), userHome.resolve("AppData").resolve("Local"));
        }
        return absoluteOr(
                environment.get("XDG_DATA_HOME"), userHome.resolve(".local").resolve("share"));
    }

    /** The XDG specification has relative paths ignored. */
    private static Path absoluteOr(@Nullable String path, Path other) {
        return path != null && Path.of(path).isAbsolute() ? Path.of(path) : other;
    }
}
