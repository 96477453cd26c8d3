package dev.latent.start;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which build this is.
 *
 * @param number {@code development} where the build left no note of it
 * @param commit null where it was not built from a checkout
 */
public record Version(
        String number, @Nullable String commit, @Nullable String time) {
    public static Version ofThisBuild() {
        Properties build = read("META-INF/build-info.properties");
        Properties git = read("git.properties");
        return new Version(
                build.getProperty("build.version", "development"),
                git.getProperty("git.commit.id.abbrev"),
                build.getProperty("build.time"));
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getClassLoader().getResourceAsStream(file)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            // as if it were not there
        }
        return properties;
    }

    @Override
    public String toString() {
        return "Latent Server " + number + (commit == null ? "" : " (commit " + commit + " of " + time + ")");
    }
}
