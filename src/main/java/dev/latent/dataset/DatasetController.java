package dev.latent.dataset;

import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.SampleBody;
import dev.latent.exchange.SampleFormat;
import dev.latent.paging.Page;
import dev.latent.paging.PageRequest;
import dev.latent.problem.Problem;
import dev.latent.sample.PixelLevels;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

@RestController
@RequestMapping("/v1/datasets")
class DatasetController {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetController.class);

    private final Datasets datasets;
    private final ObjectProvider<DatasetUse> uses;

    DatasetController(Datasets datasets, ObjectProvider<DatasetUse> uses) {
        this.datasets = datasets;
        this.uses = uses;
    }

    /** @param refused why a dataset can't be used, by name */
    record DatasetList(
            List<DatasetDescription> items, @Nullable String next, Map<String, String> refused) {}

    @GetMapping
    DatasetList list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<DatasetDescription> page = Page.ofAll(
                        datasets.list(), PageRequest.of(limit, cursor), DatasetDescription::name)
                .map(DatasetDescription::withoutBalance);
        return new DatasetList(page.items(), page.next(), datasets.refused());
    }

    @GetMapping("/{name}")
    DatasetDescription detail(@PathVariable String name) {
        return datasets.find(name).orElseThrow(() -> unknown(name));
    }

    @GetMapping("/{name}/samples")
    ResponseEntity<byte[]> samples(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String split,
            @RequestParam(required = false) @Nullable Integer index,
            @RequestParam(required = false) @Nullable Integer count,
            @RequestHeader(required = false, name = HttpHeaders.ACCEPT) @Nullable String accept) {
        DatasetDescription dataset = detail(name);
        SampleFormat format = SampleBodies.negotiate(accept, dataset.shape());
        SampleWindow window = new SampleWindow(split, index, count);
        SampleBody body = SampleBody.of(window.cut(datasets.open(name)), dataset.valueRange());
        return ResponseEntity.ok()
                .eTag(DigestUtils.sha256Hex(dataset.digest() + window + format))
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT)
                .contentType(format.mediaType())
                .body(SampleBodies.write(body, format, levels(dataset)));
    }

    /** A picture of samples that have more than 8 bits has 16. */
    private static PixelLevels levels(DatasetDescription dataset) {
        boolean deep = dataset.pictures() != null && dataset.pictures().levels().bits() > 8;
        return deep ? PixelLevels.SIXTEEN_BITS : PixelLevels.EIGHT_BITS;
    }

    /** Deletes an uploaded dataset; one that a job needs, or could be resumed with, only with {@code force=true}. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name, @RequestParam(defaultValue = "false") boolean force) {
        DatasetDescription dataset = detail(name);
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
