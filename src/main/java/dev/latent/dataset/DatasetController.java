package dev.latent.dataset;

import dev.latent.exchange.AnswersSamples;
import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.LabelNames;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.picture.PictureStyle;
import dev.latent.paging.Page;
import dev.latent.paging.PageQuery;
import dev.latent.problem.Problem;
import dev.latent.sample.PixelLevels;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What models learn from: made by the service itself, found in its folder, or uploaded. */
@RestController
@RequestMapping("/v1/datasets")
@Tag(name = "Datasets")
class DatasetController {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetController.class);

    private final Datasets datasets;
    private final ObjectProvider<DatasetUse> uses;

    DatasetController(Datasets datasets, ObjectProvider<DatasetUse> uses) {
        this.datasets = datasets;
        this.uses = uses;
    }

    /**
     * A part of the list of datasets.
     *
     * @param next the cursor of the next page, or null on the last
     * @param refused why a dataset can't be used, by name
     */
    record DatasetList(
            List<DatasetDescription> items, @Nullable String next, Map<String, String> refused) {}

    /** Lists the datasets. Those that were found but can't be used stand beside them, each with the reason. */
    @GetMapping
    DatasetList listDatasets(@ParameterObject PageQuery query) {
        Page<DatasetDescription> page = Page.ofAll(datasets.list(), query.request(), DatasetDescription::name)
                .map(DatasetDescription::withoutBalance);
        return new DatasetList(page.items(), page.next(), datasets.refused());
    }

    /** Shows a dataset. It says what a sample is, how many there are in each split, and of which classes. */
    @GetMapping("/{dataset}")
    DatasetDescription getDataset(@PathVariable("dataset") String name) {
        return datasets.find(name).orElseThrow(() -> unknown(name));
    }

    /**
     * Shows samples of a dataset. {@code Accept} says as what: numbers, or one picture of them all. Of pictures that are
     * kept whole, each in its own size, a single one is shown as it is, of several their middles.
     */
    @AnswersSamples
    @GetMapping("/{dataset}/samples")
    ResponseEntity<byte[]> getDatasetSamples(
            @PathVariable("dataset") String name,
            @ParameterObject SampleWindow window,
            @Parameter(hidden = true) @RequestHeader(required = false, name = HttpHeaders.ACCEPT) @Nullable
                    String accept) {
        DatasetDescription dataset = getDataset(name);
        SampleFormat format = SampleBodies.negotiate(accept, dataset.shape());
        SampleBody body = new SampleBody(
                window.cut(datasets.open(name)),
                dataset.valueRange(),
                null,
                new LabelNames(dataset.labelColumn(), dataset.classes()));
        return ResponseEntity.ok()
                .eTag(DigestUtils.sha256Hex(dataset.digest() + window + format))
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(format.mediaType())
                .body(SampleBodies.write(body, format, PictureStyle.of(levels(dataset))));
    }

    /** A picture of samples that have more than 8 bits has 16, or holds floats. */
    private static PixelLevels levels(DatasetDescription dataset) {
        return switch (dataset.pictures() == null
                ? 8
                : dataset.pictures().levels().bits()) {
            case 8 -> PixelLevels.EIGHT_BITS;
            case 16 -> PixelLevels.SIXTEEN_BITS;
            default -> PixelLevels.FLOATS;
        };
    }

    /**
     * Deletes an uploaded dataset. One that a job needs, or could be resumed with, goes only with {@code force=true}.
     *
     * @param force deletes it although jobs need it
     * @throws Problem 409 if a job needs it, or it was not uploaded
     */
    @DeleteMapping("/{dataset}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteDataset(@PathVariable("dataset") String name, @RequestParam(defaultValue = "false") boolean force) {
        DatasetDescription dataset = getDataset(name);
        if (!force) {
            requireUnneeded(dataset);
        }
        if (!datasets.delete(name)) {
            throw Problem.conflict("The dataset " + name + " was not uploaded, so it can't be deleted");
        }
        LOG.info("Deleted the dataset '{}'", name);
    }

    private void requireUnneeded(DatasetDescription dataset) {
        List<String> users = uses.orderedStream()
                .flatMap(use -> use.usersOf(dataset).stream())
                .toList();
        if (!users.isEmpty()) {
            throw Problem.conflict(
                    "The dataset " + dataset.name() + " is needed by " + String.join(", ", users)
                            + ", which can't go on or be resumed without it; delete them first, or the dataset with ?force=true");
        }
    }

    private Problem unknown(String name) {
        String refusal = datasets.refused().get(name);
        return Problem.notFound(
                refusal == null ? "There is no dataset " + name : "The dataset " + name + " can't be used: " + refusal);
    }
}
