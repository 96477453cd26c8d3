package dev.latent.registry.http;

import dev.latent.paging.Page;
import dev.latent.paging.PageQuery;
import dev.latent.paging.PageRequest;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.archive.VersionImport;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springdoc.core.annotations.ParameterObject;
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

    /** Lists the versions of a model. The newest stands first. */
    @GetMapping
    Page<VersionView> listVersions(@PathVariable String model, @ParameterObject PageQuery query) {
        PageRequest page = query.request();
        Long before = page.afterNumber();
        int below = before == null ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, before);
        return Page.ofFound(
                        registry.versions(model, below, page.limit() + 1),
                        page,
                        version -> String.valueOf(version.version()))
                .map(VersionView::of);
    }

    /** Shows a version. It says what it was trained on and how, what it can do, and which files it has. */
    @GetMapping("/{version}")
    VersionView getVersion(@PathVariable String model, @PathVariable String version) {
        return VersionView.of(registry.find(model, version));
    }

    /**
     * Imports a version. The body is the zip that {@code export?format=latent} gave, here or elsewhere; it is published
     * under the model's next number.
     *
     * @throws dev.latent.problem.Problem 409 if the model's name holds another family
     */
    @PostMapping(
            consumes = {"application/zip", MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @RequestBody(
            required = true,
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<VersionView> importVersion(@PathVariable String model, InputStream body) throws IOException {
        ModelVersion version = imports.publish(model, body);
        URI location = URI.create("/v1/models/" + model + "/versions/" + version.version());
        return ResponseEntity.created(location).body(VersionView.of(version));
    }

    /**
     * Deletes a version. Its number is never used again; one that an alias stands for, or a job starts from, goes only
     * with {@code force=true}.
     *
     * @param force deletes it although an alias or a job needs it
     * @throws dev.latent.problem.Problem 409 if an alias stands for it, or a job starts from it
     */
    @DeleteMapping("/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteVersion(
            @PathVariable String model,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean force) {
        registry.delete(model, registry.find(model, version).version(), force);
    }
}
