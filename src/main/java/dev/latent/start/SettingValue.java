package dev.latent.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/** Whether a setting's value is of its type. Its bounds are checked by whoever takes it. */
final class SettingValue {
    private static final Map<Class<?>, String> IN_WORDS = Map.of(
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Double.class, "a number",
            Boolean.class, "true or false",
            DataSize.class, "a size such as 512MB or 2GB",
            Duration.class, "a time such as 30s, 10m or 2h",
            Path.class, "a path");

    private SettingValue() {}

    /** @throws SettingRefused if it can't be read */
    static void require(Setting setting, ConfigurableEnvironment environment) {
        String value = environment.getProperty(setting.name());
        IN_WORDS.keySet().stream()
                .filter(type -> type.getName().equals(setting.type()))
                .filter(type -> value != null && !value.isBlank() && !isOf(type, value))
                .forEach(type -> {
                    throw new SettingRefused(setting.name() + " must be " + IN_WORDS.get(type) + ", not '" + value + "'"
                            + origin(setting, environment));
                });
    }

    private static boolean isOf(Class<?> type, String value) {
        try {
            Object read = type == Path.class
                    ? Path.of(value)
                    : ApplicationConversionService.getSharedInstance().convert(value, type);
            return read != null;
        } catch (ConversionException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String origin(Setting setting, ConfigurableEnvironment environment) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(setting.name());
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source.getConfigurationProperty(name) != null) {
                return SettingOrigin.of(source, name);
            }
        }
        return "";
    }
}
