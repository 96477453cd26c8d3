package dev.latent.registry.http;

import dev.latent.registry.ModelVersion;
import dev.latent.registry.RegistryRebuild;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/registry}: takes into the database what only the folders know. */
@Component
@Endpoint(id = "registry")
class RegistryEndpoint {
    private final RegistryRebuild rebuild;

    RegistryEndpoint(RegistryRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @WriteOperation
    Map<String, List<String>> rebuild() {
        return Map.of("found", rebuild.run().stream().map(ModelVersion::title).toList());
    }
}
