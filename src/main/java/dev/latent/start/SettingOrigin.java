package dev.latent.start;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** Where a setting was given. */
final class SettingOrigin {
    private SettingOrigin() {}

    /** {@code  (line 3 of file [application.yaml])}; empty for the command line, which everybody has before their eyes. */
    static String of(ConfigurationPropertySource source, ConfigurationPropertyName name) {
        ConfigurationProperty property = source.getConfigurationProperty(name);
        return property != null && property.getOrigin() instanceof PropertySourceOrigin origin ? inWords(origin) : "";
    }

    private static String inWords(PropertySourceOrigin origin) {
        if (origin.getOrigin() instanceof TextResourceOrigin file && file.getLocation() != null) {
            return " (line " + (file.getLocation().getLine() + 1) + " of "
                    + file.getResource().getDescription() + ")";
        }
        boolean typed = origin.getPropertySource().getName().equals("commandLineArgs");
        return typed ? "" : " (" + origin.getPropertyName() + ")";
    }
}
