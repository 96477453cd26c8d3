package dev.latent.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a service on loopback is asked. Any other in {@code Host} is that of a web page whose name was made
 * to lead to this machine (DNS rebinding).
 */
final class KnownHosts {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|(?:[^.]+\\.)?localhost\\.?|127(?:\\.\\d{1,3}){1,3}|\\[?(?:0*:)*:?0*1]?");

    private final Set<String> others;

    private KnownHosts(Set<String> others) {
        this.others = others;
    }

    static KnownHosts of(List<String> others) {
        return new KnownHosts(others.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    static boolean isLoopback(String name) {
        return LOOPBACK.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** @param host of a request, with or without a port; HTTP/1.0 has none */
    boolean know(@Nullable String host) {
        if (host == null || host.isEmpty()) {
            return true;
        }
        String name = name(host);
        return isLoopback(name) || others.contains(name) || others.contains(host.toLowerCase(Locale.ROOT));
    }

    private static String name(String host) {
        try {
            String name = URI.create("http://" + host).getHost();
            return name == null ? host : name.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}
