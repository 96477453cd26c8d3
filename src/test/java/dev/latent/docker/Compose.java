package dev.latent.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code docker compose} on this project's file, under a name of its own, at free ports, and gone with its volumes when closed. */
final class Compose implements AutoCloseable {
    private static final Path FILE = Path.of("docker-compose.yml");

    private final Map<String, String> environment = new HashMap<>();

    Compose() {
        assumeTrue(Docker.succeeds("compose", "version"), "skipped: docker has no compose");
        environment.put("COMPOSE_PROJECT_NAME", "latent-test-" + UUID.randomUUID());
        environment.put("STACK_IMAGE", Docker.IMAGE);
        List.of("PORT", "API_PORTS", "CLUSTER_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT")
                .forEach(port -> environment.put("STACK_" + port, "0"));
    }

    /** The image that a service has by default. */
    static String image(String service) {
        Pattern image = Pattern.compile(variable(service) + ":-([^}]+)}");
        try {
            return image.matcher(Files.readString(FILE))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String service) {
        return "STACK_" + service.toUpperCase(Locale.ROOT) + "_IMAGE";
    }

    /** Lets a service run its image, or where that can't be had the one that stands in for it. */
    Compose with(String service) {
        String image = image(service);
        environment.put(variable(service), Docker.isHere(image) ? image : StandIn.of(service));
        return this;
    }

    /** Until all of them are healthy. @param services all of the profiles if none is named */
    void up(String profile, String... services) {
        List<String> arguments = new ArrayList<>(List.of("--profile", profile, "up", "--wait", "--no-build"));
        arguments.addAll(List.of(services));
        call(arguments);
    }

    /** Where the host finds the port of one of a service's containers. @param index from 1 */
    URI address(String service, int index, int port) {
        String host = call(List.of("--profile", "*", "port", "--index", "" + index, service, "" + port));
        return URI.create("http://" + host);
    }

    /** Ids of a service's running containers. */
    List<String> containers(String service) {
        return call(List.of("--profile", "*", "ps", "-q", service)).lines().toList();
    }

    String call(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("compose"));
        all.addAll(arguments);
        return Docker.run(environment, all);
    }

    @Override
    public void close() {
        call(List.of("--profile", "*", "down", "--volumes", "--timeout", "20"));
    }
}
