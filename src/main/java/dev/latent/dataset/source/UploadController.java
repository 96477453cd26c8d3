package dev.latent.dataset.source;

import dev.latent.problem.Problem;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

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
    ResponseEntity<UploadAnswer> uploadDataset(MultipartHttpServletRequest request) throws IOException {
        if (!places.tryAcquire()) {
            throw Problem.unavailable(RETRY_AFTER, "Other datasets are being uploaded; try again in a moment");
        }
        try {
            UploadAnswer answer = receive(request);
            tell(answer);
            return ResponseEntity.created(
                            URI.create("/v1/datasets/" + answer.dataset().name()))
                    .body(answer);
        } catch (MaxUploadSizeExceededException e) {
            throw limits.exceeded(e);
        } catch (MultipartException e) {
            throw Problem.badBody("The multipart body can't be read: it is cut off or has no boundary");
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

    private UploadAnswer receive(MultipartHttpServletRequest request) throws IOException {
        UploadForm form = new UploadForm(single(request.getParameterMap()));
        ImportOptions options = form.options();
        uploads.requireFree(form.name());
        try (UploadArea.Place place = area.open()) {
            return uploads.create(form.name(), place.take(files(request)), options);
        }
    }

    private static Map<String, String> single(Map<String, String[]> parameters) {
        return parameters.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> {
            if (field.getValue().length != 1) {
                throw Problem.invalid("#/" + field.getKey(), field.getKey() + " is there more than once");
            }
            return field.getValue()[0];
        }));
    }

    private static List<MultipartFile> files(MultipartHttpServletRequest request) {
        for (String part : request.getMultiFileMap().keySet()) {
            if (!part.equals("file")) {
                throw Problem.invalid("#/" + part, "files are sent in parts named file, not " + part);
            }
        }
        List<MultipartFile> files = request.getFiles("file");
        if (files.isEmpty()) {
            throw Problem.invalid("#/file", "file is needed: a zip of pictures, IDX, CSV, NPY or NPZ");
        }
        return files;
    }
}
