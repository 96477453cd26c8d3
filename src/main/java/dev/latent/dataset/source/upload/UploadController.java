package dev.latent.dataset.source.upload;

import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.files.TemporaryFolder;
import dev.latent.problem.Problem;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes datasets. A body is read only once there is a place for it: so many uploads at a time take disk and memory. */
@RestController
@Tag(name = "Datasets")
class UploadController {
    private static final Logger LOG = LoggerFactory.getLogger(UploadController.class);
    private static final int AT_A_TIME = 2;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Uploads uploads;
    private final UploadLimits limits;
    private final UploadArea area;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    UploadController(Uploads uploads, UploadArea area, UploadLimits limits) {
        this.uploads = uploads;
        this.limits = limits;
        this.area = area;
    }

    /**
     * Uploads a dataset. Pictures, tables and arrays are taken in one form, alone or in a zip; the answer says what
     * became of each file.
     *
     * @return the dataset, and what became of the files
     * @throws Problem 409 if there is a dataset of this name, 503 while others upload
     */
    @TakesDataset
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = "/v1/datasets",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UploadAnswer> uploadDataset(HttpServletRequest request) throws IOException {
        if (!places.tryAcquire()) {
            throw Problem.unavailable(RETRY_AFTER, "Other datasets are being uploaded; try again in a moment");
        }
        try (TemporaryFolder place = area.open()) {
            UploadAnswer answer = make(FormReader.read(request, limits, place));
            tell(answer);
            return ResponseEntity.created(
                            URI.create("/v1/datasets/" + answer.dataset().name()))
                    .body(answer);
        } finally {
            places.release();
        }
    }

    private static void tell(UploadAnswer answer) {
        LOG.info(
                "Uploaded the dataset '{}': {} samples of {}, {} equal ones and {} files left out",
                answer.dataset().name(),
                answer.taken(),
                Arrays.toString(answer.dataset().shape().dimensions()),
                answer.duplicates(),
                answer.leftOutCount());
    }

    private UploadAnswer make(FormReader.Form sent) throws IOException {
        UploadForm form = new UploadForm(sent.fields());
        ImportOptions options = form.options();
        uploads.requireFree(form.name());
        if (sent.files().files().isEmpty() && sent.files().leftOut().isEmpty()) {
            throw Problem.invalid("#/" + FormReader.FILE, "file is needed: a zip of pictures, IDX, CSV, NPY or NPZ");
        }
        return uploads.create(form.name(), sent.files(), options);
    }
}
