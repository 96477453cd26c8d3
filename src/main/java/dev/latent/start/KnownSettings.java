package dev.latent.start;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import tools.jackson.databind.json.JsonMapper;

/** All settings of this program: the metadata that the build makes of the classes that take them. */
public final class KnownSettings {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final KnownSettings OWN = new KnownSettings(read());

    private final List<Setting> settings;

    private KnownSettings(List<Setting> settings) {
        this.settings = settings;
    }

    public static KnownSettings own() {
        return OWN;
    }

    /** By name. */
    public List<Setting> all() {
        return settings;
    }

    /** Whatever the capitals and hyphens of the name are. */
    Optional<Setting> find(ConfigurationPropertyName name) {
        return settings.stream().filter(setting -> setting.isNamed(name)).findFirst();
    }

    List<String> names() {
        return settings.stream().map(Setting::name).toList();
    }

    /** The first of this name on the class path is this program's own. */
    private static List<Setting> read() {
        try (InputStream metadata = KnownSettings.class.getClassLoader().getResourceAsStream(METADATA)) {
            Metadata read = JsonMapper.shared()
                    .readValue(Objects.requireNonNull(metadata, "the build made no " + METADATA), Metadata.class);
            return read.properties.stream()
                    .filter(Setting::isOwn)
                    .sorted(Comparator.comparing(Setting::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Metadata(List<Setting> properties) {}
}
