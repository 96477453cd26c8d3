package dev.latent.dataset.source.upload;

import dev.latent.dataset.DatasetProperties;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.source.SourceFormats;
import dev.latent.dataset.source.file.FolderContent;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.dataset.source.file.OpenedFiles;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.dataset.source.reading.ImportReport;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.SourceFormat;
import dev.latent.problem.Problem;
import dev.latent.storage.StagedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** Makes datasets of files that clients sent. */
@Service
class Uploads {
    private final Datasets datasets;
    private final UploadedDatasets places;
    private final ImportLimits limits;
    private final Set<String> inTheMaking = ConcurrentHashMap.newKeySet();

    Uploads(Datasets datasets, UploadedDatasets places, DatasetProperties properties) {
        this.datasets = datasets;
        this.places = places;
        this.limits = properties.limits();
    }

    /** @throws Problem 409 where the name is taken, 413 and 422 where the files make no dataset */
    UploadAnswer create(String name, FolderContent files, ImportOptions options) throws IOException {
        requireFree(name);
        if (!inTheMaking.add(name)) {
            throw Problem.conflict("A dataset " + name + " is just being made");
        }
        try {
            requireFree(name);
            return make(name, files, options);
        } catch (DatasetRefused e) {
            String pointer = "#/" + e.field();
            throw e.isTooLarge()
                    ? Problem.tooLarge(pointer, e.getMessage())
                    : Problem.invalid(
                            e.getMessage(),
                            e.reasons().stream()
                                    .map(reason -> new Problem.Invalid(pointer, reason))
                                    .toList());
        } finally {
            inTheMaking.remove(name);
        }
    }

    void requireFree(String name) {
        if (datasets.has(name)) {
            throw taken(name);
        }
    }

    private static Problem taken(String name) {
        return Problem.conflict("There is a dataset " + name + "; choose another name or delete it first");
    }

    private UploadAnswer make(String name, FolderContent files, ImportOptions options) throws IOException {
        try (StagedFolder staged = places.stage()) {
            Made made = prepare(name, files, options, staged.path());
            if (!places.add(name, staged)) {
                throw taken(name);
            }
            return UploadAnswer.of(datasets.find(name).orElseThrow(), made.report(), made.leftOut());
        }
    }

    private record Made(ImportReport report, List<LeftOut> leftOut) {}

    private Made prepare(String name, FolderContent content, ImportOptions options, Path target) throws IOException {
        try (OpenedFiles opened = OpenedFiles.of(content, true, limits)) {
            SourceFiles files = SourceFormats.lookedInto(opened.files());
            UploadedContent uploaded = new UploadedContent(content, files);
            SourceFormat format = uploaded.format();
            ImportReport report = format.prepare(new ImportRequest(name, files, options, limits, target, "uploaded"));
            List<LeftOut> leftOut = new ArrayList<>(uploaded.leftOut(format));
            leftOut.addAll(report.leftOut());
            return new Made(report.noting(opened.notes()), leftOut);
        }
    }
}
