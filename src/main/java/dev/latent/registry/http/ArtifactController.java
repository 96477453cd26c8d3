package dev.latent.registry.http;

import dev.latent.problem.Problem;
import dev.latent.registry.Artifact;
import dev.latent.registry.BeforeExport;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.archive.VersionArchive;
import dev.latent.storage.Lease;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

@RestController
@RequestMapping("/v1/models/{model}/versions/{version}")
@Tag(name = "Models")
class ArtifactController {
    private static final String LATENT = "latent";

    private final ModelRegistry registry;
    private final ObjectProvider<BeforeExport> beforeExport;

    ArtifactController(ModelRegistry registry, ObjectProvider<BeforeExport> beforeExport) {
        this.registry = registry;
        this.beforeExport = beforeExport;
    }

    /** Downloads a file of a version. The version's {@code artifacts} name the files there are. */
    @GetMapping("/artifacts/{artifact}")
    @ApiResponse(
            responseCode = "200",
            description = "the file",
            content = {
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
            },
            headers = @Header(name = "ETag", description = "the file's SHA-256", schema = @Schema(type = "string")))
    ResponseEntity<Resource> downloadArtifact(
            @PathVariable String model, @PathVariable String version, @PathVariable("artifact") String name) {
        ModelVersion found = registry.find(model, version);
        Artifact artifact = found.artifacts().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(found.title() + " has no artifact '" + name + "'; it has "
                        + String.join(
                                ", ",
                                found.artifacts().stream().map(Artifact::name).toList())));
        Lease lease = registry.lease(found, artifact);
        closeAfterRequest(lease);
        return ResponseEntity.ok()
                .eTag(artifact.sha256())
                .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(new FileSystemResource(lease.path().resolve(artifact.name())));
    }

    /** The file is read after the controller has returned; perhaps never, for a {@code HEAD} or an unchanged one. */
    private static void closeAfterRequest(Lease lease) {
        RequestContextHolder.currentRequestAttributes()
                .registerDestructionCallback("lease", lease::close, RequestAttributes.SCOPE_REQUEST);
    }

    /**
     * Exports a version. The zip holds its files and what was found out about it, and can be imported elsewhere.
     *
     * @param format what it is written as
     */
    @GetMapping("/export")
    @ApiResponse(
            responseCode = "200",
            description = "the version in one file",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
            headers = @Header(name = "ETag", description = "a hash of all files", schema = @Schema(type = "string")))
    void exportVersion(
            @PathVariable String model,
            @PathVariable String version,
            @Parameter(schema = @Schema(allowableValues = LATENT, defaultValue = LATENT))
                    @RequestParam(defaultValue = LATENT)
                    String format,
            HttpServletResponse response)
            throws IOException {
        if (!format.equals(LATENT)) {
            throw Problem.badParameter("format", "format can be " + LATENT + ", not '" + format + "'");
        }
        ModelVersion found = registry.find(model, version);
        try (Lease lease = registry.lease(found)) {
            beforeExport.forEach(it -> it.complete(found));
            write(new VersionArchive(lease.path(), found.artifacts(), registry.notes(found)), found, response);
        }
    }

    private static void write(VersionArchive archive, ModelVersion found, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.ETAG, '"' + archive.digest() + '"');
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(found.model() + "-" + found.version() + ".zip")
                        .build()
                        .toString());
        archive.write(response.getOutputStream());
    }
}
