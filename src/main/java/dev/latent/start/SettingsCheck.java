package dev.latent.start;

import dev.latent.problem.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses settings that there aren't, and values that theirs can't have, before anything starts: Spring passes over
 * the first in silence and tells of the second in a page.
 */
public final class SettingsCheck implements EnvironmentPostProcessor {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("latent");
    private static final String VARIABLES = "LATENT_";
    /** What Kubernetes gives every container beside a service of the name {@code latent}. */
    private static final Pattern OF_A_CLUSTER =
            Pattern.compile("LATENT_(?:\\w+_)?(?:SERVICE_(?:HOST|PORT)|PORT)(?:_\\w+)?");

    private final Log log;

    public SettingsCheck(DeferredLogFactory logs) {
        this.log = logs.getLog(SettingsCheck.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource named && !isEnvironment(named)) {
                named.stream().filter(ROOT::isAncestorOf).forEach(name -> requireKnown(named, name));
            }
        }
        KnownSettings.own().all().forEach(setting -> SettingValue.require(setting, environment));
        unknown(System.getenv()).forEach(this::warn);
    }

    private static boolean isEnvironment(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof org.springframework.core.env.PropertySource<?> underlying
                && underlying.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private static void requireKnown(IterableConfigurationPropertySource source, ConfigurationPropertyName name) {
        if (KnownSettings.own().find(name).isEmpty()) {
            throw new SettingRefused("there is no setting " + name
                    + Nearest.question(name.toString(), KnownSettings.own().names()) + SettingOrigin.of(source, name));
        }
    }

    /** Of variables it can't be told whether they are meant for this program. */
    private void warn(String variable) {
        log.warn("The environment's " + variable + " sets nothing: there is no such setting"
                + Nearest.question(variable, variables()));
    }

    /** The names of variables that look as if they were to set something, but don't. */
    static List<String> unknown(Map<String, String> environment) {
        Set<String> known = variables();
        return environment.keySet().stream()
                .filter(name -> name.startsWith(VARIABLES) && !known.contains(name))
                .filter(name -> !OF_A_CLUSTER.matcher(name).matches() && !isOfAnOpenSetting(name))
                .sorted()
                .toList();
    }

    private static Set<String> variables() {
        return KnownSettings.own().all().stream()
                .flatMap(setting -> setting.variables().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isOfAnOpenSetting(String variable) {
        return KnownSettings.own().all().stream()
                .filter(Setting::isOpen)
                .flatMap(setting -> setting.variables().stream())
                .anyMatch(prefix -> variable.startsWith(prefix + "_"));
    }
}
