package dev.latent.dataset.source;

import dev.latent.problem.Problem;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** How much the container takes as one form. */
@Component
class UploadLimits {
    private final DataSize size;
    private final int parts;

    UploadLimits(
            @Value("${latent.datasets.upload-size}") DataSize size,
            @Value("${server.tomcat.max-part-count}") int parts) {
        this.size = size;
        this.parts = parts;
    }

    /** The container gives the same exception for too many parts as for too many bytes. */
    Problem exceeded(MaxUploadSizeExceededException e) {
        return Problem.tooLarge(
                "#/file",
                e.contains(FileCountLimitExceededException.class)
                        ? "a form has at most " + parts + " parts, its fields among them; send many files as one zip"
                        : "an upload has at most " + size.toMegabytes() + " MB (latent.datasets.upload-size)");
    }
}
