package dev.latent.start;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.util.StringUtils;

/**
 * A setting of this program, as the code declares it.
 *
 * @param name {@code latent.training.queue-capacity}
 * @param type a class's name
 * @param description a sentence, in HTML as Javadoc has it; null where the code says nothing
 * @param defaultValue null where it depends on the machine or there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Setting(
        String name,
        String type,
        @Nullable String description,
        @Nullable Object defaultValue) {
    private static final String PREFIX = "latent.";

    /** Whether it is ours, not the framework's. */
    boolean isOwn() {
        return name.startsWith(PREFIX);
    }

    boolean isNamed(ConfigurationPropertyName given) {
        ConfigurationPropertyName own = ConfigurationPropertyName.of(name);
        return own.equals(given) || isOpen() && own.isAncestorOf(given);
    }

    /** Whether names may go on after its own: it is a list or a map. */
    boolean isOpen() {
        return type.startsWith("java.util.");
    }

    /** {@code LATENT_TRAINING_QUEUE_CAPACITY}, and without the underscore of the hyphen. */
    Set<String> variables() {
        String upper = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return new LinkedHashSet<>(List.of(upper.replace('-', '_'), upper.replace("-", "")));
    }

    /** Its description as a sentence of its own, without Javadoc's tags. */
    public String text() {
        String text = description == null ? "" : description.replaceAll("\\{@code ([^}]*)}", "$1");
        String ended = text.isEmpty() || text.endsWith(".") ? text : text + ".";
        return StringUtils.capitalize(ended);
    }
}
