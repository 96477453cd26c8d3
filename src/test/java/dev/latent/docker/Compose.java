package dev.latent.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code docker compose} on this project's file, under a name of its own, at free ports, and gone with its volumes when closed. */
final class Compose implements AutoCloseable {
    private static final Map<String, String> IMAGES =
            Map.of("prometheus", "prom/prometheus:v3.5.0", "proxy", "nginx:1.28", "store", "chrislusf/seaweedfs:4.44");

    private final Map<String, String> environment = new HashMap<>();

    Compose() {
        assumeTrue(Docker.succeeds("compose", "version"), "skipped: docker has no compose");
        environment.put("COMPOSE_PROJECT_NAME", "latent-test-" + UUID.randomUUID());
        environment.put("STACK_IMAGE", Docker.IMAGE);
        List.of("PORT", "API_PORTS", "CLUSTER_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT")
                .forEach(port -> environment.put("STACK_" + port, "0"));
        environment.put("STACK_DATABASE_IMAGE", "postgres:17");
    }

    /** Lets a service run its image, or where that can't be had the one that stands in for it. */
    Compose with(String service) {
        String image = IMAGES.get(service);
        environment.put(
                "STACK_" + service.toUpperCase() + "_IMAGE", Docker.isHere(image) ? image : StandIn.of(service));
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
