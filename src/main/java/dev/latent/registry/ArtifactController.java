package dev.latent.registry;

import dev.latent.problem.Problem;
import dev.latent.storage.Lease;
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

    /** A file of a version. */
    @GetMapping("/artifacts/{name}")
    ResponseEntity<Resource> artifact(
            @PathVariable String model, @PathVariable String version, @PathVariable String name) {
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

    /** A version in one file, to be published elsewhere. */
    @GetMapping("/export")
    void export(
            @PathVariable String model,
            @PathVariable String version,
            @RequestParam(defaultValue = LATENT) String format,
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
