package dev.latent.registry;

import dev.latent.paging.Page;
import dev.latent.paging.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/models/{model}/versions")
@Tag(name = "Models")
class VersionController {
    private final ModelRegistry registry;
    private final VersionImport imports;

    VersionController(ModelRegistry registry, VersionImport imports) {
        this.registry = registry;
        this.imports = imports;
    }

    /** The versions of a model, newest first. */
    @GetMapping
    Page<VersionView> list(
            @PathVariable String model,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        Long before = page.afterNumber();
        int below = before == null ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, before);
        return Page.ofFound(
                        registry.versions(model, below, page.limit() + 1),
                        page,
                        version -> String.valueOf(version.version()))
                .map(VersionView::of);
    }

    /** A version. */
    @GetMapping("/{version}")
    VersionView get(@PathVariable String model, @PathVariable String version) {
        return VersionView.of(registry.find(model, version));
    }

    /** Publishes what {@code export?format=latent} gave, here or elsewhere, under the next number. */
    @PostMapping(consumes = {"application/zip", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<VersionView> publish(@PathVariable String model, InputStream body) throws IOException {
        ModelVersion version = imports.publish(model, body);
        URI location = URI.create("/v1/models/" + model + "/versions/" + version.version());
        return ResponseEntity.created(location).body(VersionView.of(version));
    }

    /** Deletes a version, one that an alias stands for or a job starts from only with {@code force=true}; its number is never used again. */
    @DeleteMapping("/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String model,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean force) {
        registry.delete(model, registry.find(model, version).version(), force);
    }
}
